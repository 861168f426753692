"""Habits of Python and PySide that cost much at a start and bring Supple nothing: put off, or left out."""

import gc
import linecache
import sys
from types import ModuleType

FEATURES = "shibokensupport.feature"
SWITCH_S = 0.0005
"""How long a thread that imports or writes may keep the window waiting, each time Qt calls Python: often in a paint.

Python's own 5 ms made 60 ms of a paint of 10 while another thread imported (measured at the start of a session)."""


def begin_lean() -> None:
    """Look for no garbage while everything is being made, and read no module's source; call before importing much.

    Garbage: a tenth of the way to the first paint (measured, Python 3.11). Sources: PySide 6.11 reads the text of every
    module that is imported after it, to see whether it might use its optional "features", which nothing here does; that
    is a tenth of the import of SQLAlchemy, and 10 MB that Python's line cache then keeps.
    """
    gc.disable()
    sys.setswitchinterval(SWITCH_S)
    features = sys.modules.get(FEATURES)
    if features is not None and hasattr(features, "_mod_uses_pyside"):
        setattr(features, "_mod_uses_pyside", _uses_no_features)  # noqa: B010 - a module has no such attribute to mypy


def end_lean() -> None:
    """Look for garbage from now on, but never again through what was made at the start: that stays.

    The lines of modules that were read before `begin_lean` go: a fault that is told reads its own anew.
    """
    linecache.clearcache()
    gc.freeze()
    gc.enable()


def _uses_no_features(_module: ModuleType) -> bool:
    return False
