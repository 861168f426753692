"""What every test shares: Qt off screen, a home of its own, and a failure for whatever is logged or left behind."""

import gc
import logging
import os
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from weakref import WeakSet

import make_resources
import pytest
from _pytest.runner import runtestprotocol
from hypothesis import settings
from tests.open_connections import watched_connections

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.pop("SUPPLE_DATA_DIR", None)
os.environ["LC_ALL"] = "C.UTF-8"  # days, times and numbers follow the system

from PySide6.QtCore import QCoreApplication, QEvent, QResource, QTimer
from PySide6.QtGui import QFont, QFontDatabase
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QMainWindow, QWidget
from pytestqt.qtbot import QtBot

from supple.app.languages import speak

TRIES = 3

# The machine may be busy: an example that takes long is no failure.
settings.register_profile("supple", deadline=None)
settings.load_profile("supple")


def pytest_configure(config: pytest.Config) -> None:
    """Name the marks that are used below."""
    config.addinivalue_line(
        "markers", "expected_log(text): a logged warning whose message contains text is meant"
    )


@pytest.hookimpl(tryfirst=True)  # or xdist would have read the groups before
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Real sound is recorded by one worker alone: two recordings at a time starve each other."""
    for item in items:
        if item.get_closest_marker("sound"):
            item.add_marker(pytest.mark.xdist_group("sound"))


@pytest.hookimpl(tryfirst=True)
def pytest_runtest_protocol(item: pytest.Item, nextitem: pytest.Item | None) -> bool | None:
    """A test of real time may try three times: a machine that stalls in a recording makes no recording."""
    if item.get_closest_marker("sound") is None and item.get_closest_marker("real_time") is None:
        return None
    item.ihook.pytest_runtest_logstart(nodeid=item.nodeid, location=item.location)
    for left in range(TRIES - 1, -1, -1):
        reports = runtestprotocol(item, nextitem=nextitem, log=False)
        if not left or not any(report.failed for report in reports):
            break
        item._initrequest()
    for report in reports:
        item.ihook.pytest_runtest_logreport(report=report)
    item.ihook.pytest_runtest_logfinish(nodeid=item.nodeid, location=item.location)
    return True


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A home for this test alone, so that nothing reads or writes the real one."""
    home = tmp_path / "home"
    home.mkdir(mode=0o700)
    # A socket's path may have 107 characters; pytest's own folder would use most of them.
    runtime = tempfile.mkdtemp(prefix="supple-")
    monkeypatch.setenv("HOME", str(home))
    monkeypatch.setenv("XDG_RUNTIME_DIR", runtime)
    for name, folder in {
        "DATA": ".local/share",
        "CONFIG": ".config",
        "CACHE": ".cache",
        "STATE": ".state",
    }.items():
        monkeypatch.setenv(f"XDG_{name}_HOME", str(home / folder))
    monkeypatch.delenv("SUPPLE_DATA_DIR", raising=False)
    yield home
    shutil.rmtree(runtime, ignore_errors=True)


@pytest.fixture(autouse=True)
def connections_closed(request: pytest.FixtureRequest) -> Iterator[None]:
    """Fail when a connection to a database stays open, which Python says by itself from 3.13 on, somewhere later."""
    failed_before = request.session.testsfailed
    with watched_connections() as open_ones:
        yield
        if request.session.testsfailed == failed_before:
            assert not open_ones, f"not closed: {list(open_ones.values())}"


class _Warnings(logging.Handler):
    """Keeps every record of level WARNING or above."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.records: list[logging.LogRecord] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.records.append(record)


@pytest.fixture(autouse=True)
def logfail(request: pytest.FixtureRequest) -> Iterator[None]:
    """Fail when anything logs a warning that the test has not announced with ``expected_log``."""
    expected = [text for mark in request.node.iter_markers("expected_log") for text in mark.args]
    warnings = _Warnings()
    root = logging.getLogger()
    root.addHandler(warnings)
    yield
    root.removeHandler(warnings)
    messages = [f"{record.name}: {record.getMessage()}" for record in warnings.records]
    unexpected = [line for line in messages if not any(text in line for text in expected)]
    if unexpected:
        pytest.fail("logged without being expected:\n" + "\n".join(unexpected))


@pytest.fixture(scope="session")
def resources() -> Path:
    """The binary resource file, built when an asset is newer, and registered."""
    if make_resources.is_stale():
        make_resources.compile_resources()
    assert QResource.registerResource(str(make_resources.RCC))
    return make_resources.RCC


@pytest.fixture(scope="session")
def qapp(qapp: QApplication, resources: Path) -> QApplication:
    """The one application of this process: Fusion and Inter, so that every machine draws the same."""
    assert resources.exists()
    speak("en")
    qapp.setStyle("Fusion")
    for weight in ("Regular", "Medium", "SemiBold", "Bold"):
        assert QFontDatabase.addApplicationFont(f":/fonts/Inter-{weight}.ttf") != -1
    font = QFont("Inter")
    font.setPixelSize(15)
    qapp.setFont(font)
    return qapp


def _forgotten_windows() -> list[QWidget]:
    return [widget for widget in QApplication.topLevelWidgets() if isinstance(widget, QDialog | QMainWindow)]


@pytest.fixture(autouse=True)
def held_until_closed(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Hold what a test gave to qtbot until it was closed; qtbot itself does so by weak references only.

    Between a test's last line and the closing Qt still paints: a page that nobody holds could be collected in the
    middle of that, with the widget that is being painted. Python 3.13 did, and the process ended.
    """
    held: list[QWidget] = []
    add = QtBot.addWidget

    def add_and_hold(bot: QtBot, widget: QWidget, **more: Any) -> None:
        held.append(widget)
        add(bot, widget, **more)

    monkeypatch.setattr(QtBot, "addWidget", add_and_hold)
    yield
    held.clear()


@pytest.fixture(autouse=True)
def nothing_left_behind(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Fail when a Qt test leaves a timer running or a window alive after its widgets were closed."""
    if not {"qtbot", "qapp"} & set(request.fixturenames):
        yield
        return
    started: WeakSet[QTimer] = WeakSet()
    start: Any = QTimer.start

    def remember_and_start(timer: QTimer, *args: Any) -> None:
        started.add(timer)
        start(timer, *args)

    monkeypatch.setattr(QTimer, "start", remember_and_start)
    failed_before = request.session.testsfailed
    yield
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    held_down = QApplication.mouseButtons()
    if (
        held_down
    ):  # a double click of the test kit has no release of its own, and Qt remembers it for all windows
        QTest.mouseRelease(QWidget(), held_down)
    if request.session.testsfailed > failed_before:
        return  # its traceback still holds the widgets
    if _forgotten_windows() or _running(started):
        gc.collect()
    windows, timers = _forgotten_windows(), _running(started)
    for timer in timers:
        timer.stop()
    for window in windows:
        window.close()
        window.deleteLater()
    assert not timers, (
        f"still running: {[(timer.objectName(), timer.interval(), timer.parent()) for timer in timers]}"
    )
    assert not held_down, f"the mouse was left pressed: {held_down}; release it"
    assert not windows, f"not freed: {windows}; give them to qtbot.addWidget or delete them"


def _running(timers: "WeakSet[QTimer]") -> list[QTimer]:
    from shiboken6 import isValid

    return [timer for timer in timers if isValid(timer) and timer.isActive()]
