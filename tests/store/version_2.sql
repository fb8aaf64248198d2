-- A session's file as kits with version 2 wrote it. Never change this one: add version_3.sql.
BEGIN TRANSACTION;
CREATE TABLE author (
	session VARCHAR(32) NOT NULL, 
	id VARCHAR(32) NOT NULL, 
	role VARCHAR(16) NOT NULL, 
	here BOOLEAN NOT NULL, 
	PRIMARY KEY (session, id), 
	FOREIGN KEY(session) REFERENCES session (id) ON DELETE CASCADE
)
 WITHOUT ROWID

;
INSERT INTO "author" VALUES('00000000000000000000000000000001','aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa','participant',1);
INSERT INTO "author" VALUES('00000000000000000000000000000001','room','room',0);
CREATE TABLE entry (
	id VARCHAR(32) NOT NULL, 
	session VARCHAR(32) NOT NULL, 
	kind VARCHAR(32) NOT NULL, 
	"key" VARCHAR(64) NOT NULL, 
	author VARCHAR(32) NOT NULL, 
	revision INTEGER NOT NULL, 
	body JSON NOT NULL, 
	written_at DATETIME, 
	PRIMARY KEY (id), 
	UNIQUE (session, kind, "key", author), 
	FOREIGN KEY(session) REFERENCES session (id) ON DELETE CASCADE, 
	FOREIGN KEY(session, author) REFERENCES author (session, id)
)
 WITHOUT ROWID

;
INSERT INTO "entry" VALUES('c066d101dfe7634a170a91a076c1bcb2','00000000000000000000000000000001','answer','q3','aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa',1,'{"shape": "list", "items": ["kept from version 2, q\u0313ic\u0313\u0259y"]}','2026-11-22 02:52:30.000000');
INSERT INTO "entry" VALUES('cc9704e4f0ea9513310691c1aac24301','00000000000000000000000000000001','question','q3','room',1,'{"state": "open"}','2026-11-22 02:52:30.000000');
CREATE TABLE export (
	session VARCHAR(32) NOT NULL, 
	id VARCHAR(32) NOT NULL, 
	format VARCHAR(64) NOT NULL, 
	made_on DATE NOT NULL, 
	place VARCHAR NOT NULL, 
	PRIMARY KEY (session, id), 
	FOREIGN KEY(session) REFERENCES session (id) ON DELETE CASCADE
)
 WITHOUT ROWID

;
INSERT INTO "export" VALUES('00000000000000000000000000000001','883ff077a8476778104db6cae6278427','md','2026-11-22','browser');
CREATE TABLE receipt (
	session VARCHAR(32) NOT NULL, 
	author VARCHAR(32) NOT NULL, 
	write_id VARCHAR(64) NOT NULL, 
	entry_id VARCHAR(32) NOT NULL, 
	revision INTEGER NOT NULL, 
	written_at DATETIME NOT NULL, 
	PRIMARY KEY (session, author, write_id), 
	FOREIGN KEY(session) REFERENCES session (id) ON DELETE CASCADE
)
 WITHOUT ROWID

;
INSERT INTO "receipt" VALUES('00000000000000000000000000000001','aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa','w2','c066d101dfe7634a170a91a076c1bcb2',1,'2026-11-22 02:52:30.000000');
INSERT INTO "receipt" VALUES('00000000000000000000000000000001','room','w1','cc9704e4f0ea9513310691c1aac24301',1,'2026-11-22 02:52:30.000000');
CREATE TABLE schema_version (
	number INTEGER NOT NULL
);
INSERT INTO "schema_version" VALUES(2);
CREATE TABLE session (
	id VARCHAR(32) NOT NULL, 
	body JSON NOT NULL, 
	PRIMARY KEY (id)
);
INSERT INTO "session" VALUES('00000000000000000000000000000001','{"title": "An evening of version 2", "community": "", "held_on": "2026-11-22", "host": "", "purpose": "", "recipients": "", "privacy_contact": "", "record_owner": "", "support_person": "", "roles_present": [], "first_names_allowed": false, "keep_days": 14, "id": "00000000000000000000000000000001", "join_code": "K7M4QX", "scribe_code": "C6D3FH", "projector_code": "JKMPQR", "passphrase_hash": "", "demo": false, "state": "open", "help_lines": null, "closed_on": null, "people_joined": null, "hold": {"reason": "A board asked", "by": "Rosa", "until": null, "noted_on": "2026-11-22"}}');
COMMIT;
