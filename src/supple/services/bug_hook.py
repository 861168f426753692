"""Where an exception would be kept by a future that nobody asks, a bug still reaches the hook of all threads."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager

from supple.domain.trouble import SurroundingsError


@contextmanager
def bugs_told() -> Iterator[None]:
    """Hand a bug to threading.excepthook on its way; what the surroundings are to blame for only passes."""
    try:
        yield
    except (OSError, SurroundingsError):
        raise
    except BaseException as error:
        found = (type(error), error, error.__traceback__, threading.current_thread())
        threading.excepthook(threading.ExceptHookArgs(found))
        raise
