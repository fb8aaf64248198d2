"""Remembering what people said: the contract, SQL, migrations, the folder of sessions."""
