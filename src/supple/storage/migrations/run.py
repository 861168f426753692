"""Runs Alembic on an open connection; imported only when a database is not at the newest schema."""

from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.script import ScriptDirectory
from sqlalchemy import Connection


def upgrade(connection: Connection, revision: str = "head") -> None:
    """Bring the database to `revision`, each step in a transaction of its own."""
    config = _config()
    config.attributes["connection"] = connection
    command.upgrade(config, revision)


def script() -> ScriptDirectory:
    """The migrations there are."""
    return ScriptDirectory.from_config(_config())


def _config() -> Config:
    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent).replace("%", "%%"))
    return config
