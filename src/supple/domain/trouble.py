"""Why the surroundings kept the history from being read or written: the kinds, each of which has its sentence."""

from enum import StrEnum


class Trouble(StrEnum):
    """Why the history could not be read or written, when the surroundings are to blame and not the program.

    MISSING: the folder or file was taken away. GONE: there is no history, but a copy of one. REPLACED: another file
    is in its place, which knows nothing of the session that runs. UNKNOWN: none of these; the log says more.
    """

    FULL = "full"
    READ_ONLY = "read only"
    IO = "io"
    BUSY = "busy"
    DAMAGED = "damaged"
    TOO_NEW = "too new"
    MISSING = "missing"
    GONE = "gone"
    REPLACED = "replaced"
    UNKNOWN = "unknown"
