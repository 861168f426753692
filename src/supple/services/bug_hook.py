"""Where an exception would be kept by a future that nobody asks, a bug still reaches the hook of all threads.

And the few places where a bug must not end the program: it would at every start, and keep somebody out for ever.
"""

import logging
import threading
from collections.abc import Iterator
from contextlib import contextmanager

from supple.domain.trouble import SurroundingsError, Trouble
from supple.services.history import HistoryError

log = logging.getLogger(__name__)


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


@contextmanager
def bugs_as_trouble() -> Iterator[None]:
    """Log a bug and raise HistoryError of Trouble.UNKNOWN in its place."""
    try:
        yield
    except (OSError, SurroundingsError):
        raise
    except BaseException as error:
        log.exception("a history brings a bug about")
        raise HistoryError(Trouble.UNKNOWN, type(error).__name__) from error
