"""`supple doctor`: what this installation consists of, and whether any of it is broken."""

import os
import platform
import sqlite3
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from importlib import import_module
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from queue import Empty, SimpleQueue
from subprocess import DEVNULL, PIPE, Popen, TimeoutExpired, run
from tempfile import TemporaryFile
from threading import Thread

from supple import __version__
from supple.commands.shipped import shipped_findings
from supple.commands.working import working_findings
from supple.services.local_time import local_now
from supple.storage import DATABASE, REVISIONS

_PACKAGES = {
    "PySide6-Essentials": "PySide6",
    "SQLAlchemy": "sqlalchemy",
    "alembic": "alembic",
    "msgspec": "msgspec",
}
_STARTING_S = 10.0  # until the sound helper has started, from a cold disk
_LISTING_S = 2.0  # the first listing can hang for 30 s with a server that does not answer


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """One line: what was looked at, what was seen, and whether that is broken."""

    subject: str
    words: str
    broken: bool = False


def look(folder: Path) -> Iterator[Diagnostic]:
    """Look at everything, one line at a time; changes nothing that is the person's."""
    yield Diagnostic("Supple", f"{__version__}, schema {REVISIONS[-1]}")
    yield Diagnostic("Python", f"{platform.python_version()} on {platform.platform(terse=True)}")
    for package in _PACKAGES:
        yield _package(package)
    yield Diagnostic("SQLite", sqlite3.sqlite_version)
    yield _data_folder(folder)
    yield _history(folder / DATABASE)
    yield _sound()
    yield _system_voice()
    for subject, words, broken in (*shipped_findings(), *working_findings()):
        yield Diagnostic(subject, words, broken)


def _package(name: str) -> Diagnostic:
    try:
        return Diagnostic(name, version(name))
    except PackageNotFoundError:
        pass  # what is installed carries the modules without their packages' papers
    try:
        return Diagnostic(name, f"{import_module(_PACKAGES[name]).__version__}, built in")
    except ImportError as error:
        return Diagnostic(name, f"unavailable: {error}", broken=True)


def _data_folder(folder: Path) -> Diagnostic:
    if not folder.exists():
        return Diagnostic("data folder", f"{folder}, made at the first start")
    try:
        with TemporaryFile(dir=folder):
            pass
    except OSError as error:
        return Diagnostic(
            "data folder", f"{folder} cannot be written: {os.strerror(error.errno or 0)}", broken=True
        )
    return Diagnostic("data folder", str(folder))


def _history(database: Path) -> Diagnostic:
    if not database.exists():
        return Diagnostic("history", "none yet")
    from supple.storage.copies import copies
    from supple.storage.inspect import DatabaseState, inspect
    from supple.storage.log_care import log_loses
    from supple.storage.whole import read_through

    try:
        found = inspect(database, thorough=True)
        known = found.state in (DatabaseState.CURRENT, DatabaseState.OLD)
        amiss = read_through(database) if known else None
        loses = log_loses(database)
    except (sqlite3.Error, OSError) as error:
        return Diagnostic("history", f"cannot be read: {error}", broken=True)
    kept = len(copies(database))
    words = f"{found.state}, {found.detail}; {kept} {'copy' if kept == 1 else 'copies'} kept"
    if amiss is not None and not amiss.is_whole:
        words += f"; {amiss.unreadable} entries cannot be read, {amiss.orphans} belong to nothing"
    if loses:
        words += "; its log is damaged: the window keeps it aside when it opens"
    broken = (
        found.state in (DatabaseState.DAMAGED, DatabaseState.TOO_NEW)
        or loses
        or (amiss is not None and not amiss.is_whole)
    )
    return Diagnostic("history", words, broken)


def _sound() -> Diagnostic:
    """List the outputs in the sound helper's own process: a sound server that hangs must not hang us."""
    from supple.audio.cue_voice import HelperReply
    from supple.audio.sound_devices import read_device
    from supple.audio.sound_helper import helper_program, helper_variables

    program, arguments = helper_program()
    command = [program, *arguments, "--list"]
    said: SimpleQueue[str] = SimpleQueue()
    with Popen(  # noqa: S603 - our own program with fixed arguments
        command, stdout=PIPE, stderr=DEVNULL, encoding="utf-8", errors="replace", env=helper_variables()
    ) as helper:
        Thread(target=_read_lines, args=(helper.stdout, said), daemon=True).start()
        names: list[str] = []
        listed = False
        patience_s = _STARTING_S
        try:
            while answer := said.get(timeout=patience_s):
                patience_s = _LISTING_S
                listed = listed or answer == HelperReply.LISTING
                if answer == HelperReply.UNAVAILABLE:
                    return Diagnostic(
                        "sound", "Qt's sound part is unavailable: install Supple again", broken=True
                    )
                device = read_device(answer)
                names += [device.name] if device is not None else []
        except Empty:
            return Diagnostic("sound", f"the sound server did not answer in {_LISTING_S:.0f} s")
        finally:
            helper.kill()
    if not listed:
        return Diagnostic(
            "sound", "unavailable: the sound helper ended at once, install Supple again", broken=True
        )
    return Diagnostic("sound", ", ".join(names) if names else "no output: sessions run without sound")


def _read_lines(stream: Iterable[str], said: "SimpleQueue[str]") -> None:
    """Hand on each line as it comes, and an empty one at the end."""
    for line in stream:
        said.put(line.strip())
    said.put("")


def doctor(folder: Path) -> bool:
    """Print every line; whether all is well."""
    well = True
    for finding in look(folder):
        mark = "broken" if finding.broken else "ok"
        print(f"{mark:7} {finding.subject}: {finding.words}")  # noqa: T201 - the answer of the command
        well = well and not finding.broken
    print(f"        looked at on {local_now():%Y-%m-%d %H:%M}")  # noqa: T201 - the answer of the command
    return well


def _system_voice() -> Diagnostic:
    """Who would read the person's own notes; a system without a voice is nothing broken."""
    from supple.audio.sound_helper import helper_variables, voice_program
    from supple.audio.voice_helper import READY

    program, arguments = voice_program()
    try:
        told = run(  # noqa: S603 - our own program
            [program, *arguments, "--list"],
            stdin=DEVNULL,
            stdout=PIPE,
            stderr=DEVNULL,
            text=True,
            env=helper_variables(),
            timeout=_STARTING_S,
            check=False,
        ).stdout
    except TimeoutExpired:
        told = ""
    verb, _, rest = told.strip().partition(" ")
    if verb != READY:
        return Diagnostic("own notes", "shown, not read aloud: this system has no voice of its own")
    engine, _, voices = rest.partition(" ")
    return Diagnostic("own notes", f"read aloud by {engine}, {voices} voices")
