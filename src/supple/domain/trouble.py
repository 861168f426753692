"""What the surroundings are to blame for and not the program; for the history the kinds, each with its sentence."""

from enum import StrEnum


class SurroundingsError(Exception):
    """The surroundings, or what was given, kept something from being done; whoever wanted it says so in a sentence."""


class Trouble(StrEnum):
    """Why the history could not be read or written, when the surroundings are to blame and not the program.

    NOT_OPEN: it is not open yet, or not any more; nothing is wrong. MISSING: the folder or file was taken away.
    GONE: there is no history, but a copy of one. REPLACED: another file is in its place, which knows nothing of the
    session that runs. UNKNOWN: the program failed at it, and in the start before too; the log says more.
    """

    FULL = "full"
    READ_ONLY = "read only"
    IO = "io"
    BUSY = "busy"
    NOT_OPEN = "not open"
    DAMAGED = "damaged"
    TOO_NEW = "too new"
    MISSING = "missing"
    GONE = "gone"
    REPLACED = "replaced"
    UNKNOWN = "unknown"
