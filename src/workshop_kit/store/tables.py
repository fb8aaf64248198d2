"""The tables, the same for every database."""

from sqlalchemy import (
    JSON,
    Boolean,
    Column,
    Date,
    DateTime,
    ForeignKeyConstraint,
    Integer,
    MetaData,
    PrimaryKeyConstraint,
    String,
    Table,
    UniqueConstraint,
)

metadata = MetaData()

schema_version = Table("schema_version", metadata, Column("number", Integer, nullable=False))

session = Table(
    "session",
    metadata,
    Column("id", String(32), primary_key=True),
    Column("body", JSON, nullable=False),
)

author = Table(
    "author",
    metadata,
    Column("session", String(32), nullable=False),
    Column("id", String(32), nullable=False),
    Column("role", String(16), nullable=False),
    Column("here", Boolean, nullable=False),
    PrimaryKeyConstraint("session", "id"),
    ForeignKeyConstraint(["session"], ["session.id"], ondelete="CASCADE"),
    sqlite_with_rowid=False,  # rows in order of their random ids: arrival leaves no trace
)

entry = Table(
    "entry",
    metadata,
    Column("id", String(32), primary_key=True),
    Column("session", String(32), nullable=False),
    Column("kind", String(32), nullable=False),
    Column("key", String(64), nullable=False),
    Column("author", String(32), nullable=False),
    Column("revision", Integer, nullable=False),
    Column("body", JSON, nullable=False),
    Column("written_at", DateTime),
    UniqueConstraint("session", "kind", "key", "author"),
    ForeignKeyConstraint(["session"], ["session.id"], ondelete="CASCADE"),
    ForeignKeyConstraint(["session", "author"], ["author.session", "author.id"]),
    sqlite_with_rowid=False,
)

export = Table(
    "export",
    metadata,
    Column("session", String(32), nullable=False),
    Column("id", String(32), nullable=False),
    Column("format", String(64), nullable=False),
    Column("made_on", Date, nullable=False),
    Column("place", String, nullable=False),
    PrimaryKeyConstraint("session", "id"),
    ForeignKeyConstraint(["session"], ["session.id"], ondelete="CASCADE"),
    sqlite_with_rowid=False,
)

receipt = Table(
    "receipt",
    metadata,
    Column("session", String(32), nullable=False),
    Column("author", String(32), nullable=False),
    Column("write_id", String(64), nullable=False),
    Column("entry_id", String(32), nullable=False),
    Column("revision", Integer, nullable=False),
    Column("written_at", DateTime, nullable=False),
    PrimaryKeyConstraint("session", "author", "write_id"),
    ForeignKeyConstraint(["session"], ["session.id"], ondelete="CASCADE"),
    sqlite_with_rowid=False,
)
