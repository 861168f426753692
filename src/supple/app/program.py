"""The running program: paints the front, then puts everything else together behind it."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QApplication, QWidget

from supple.app.front import Front
from supple.app.window_place import bring_inside
from supple.ui.kit.room import Room

if TYPE_CHECKING:
    from supple.app.switchboard import Flows

SETTLED_MS = 300  # by then the window has answered
SOMETHING_ON = "something on"


class Program(QObject):
    """Everything that lives as long as the window; made once by `start.run`."""

    today_completed = Signal()
    settled = Signal()  # the window stands, with all that a start brings, and has answered for a while

    def __init__(
        self, application: QApplication, *, data_dir: Path, speed: float = 1.0, careful: bool = False
    ) -> None:
        """Build what the first paint needs and no more: no database, no sound, no room but Today.

        `careful`: the last start did not finish, so what may have kept it from that is left out.
        """
        super().__init__()
        self._careful = careful
        self._settling = QTimer(self, singleShot=True, interval=SETTLED_MS)
        self._settling.timeout.connect(self.settled)
        self._looking_again = QTimer(self, singleShot=True, interval=SETTLED_MS)
        self._looking_again.timeout.connect(self._look_again)
        self._data_dir = data_dir
        self._speed = speed
        self._flows: Flows | None = None
        self._wanted = ""
        self._front = Front(application, data_dir=data_dir, careful=careful)
        self.window = self._front.window
        self.window.set_rooms({room: _Maker(self, room) for room in Room})
        self._front.today.page.routine_started.connect(self._start_routine)
        self._front.today.page.findings.start.clicked.connect(self._start_check)

    @property
    def flows(self) -> "Flows":
        """What goes on behind the window, put together when first asked for."""
        if self._flows is None:
            from supple.app.switchboard import Flows

            self._flows = Flows(
                self._front, data_dir=self._data_dir, speed=self._speed, careful=self._careful, parent=self
            )
            self._front.today.page.routine_started.disconnect(self._start_routine)
            self._front.today.page.findings.start.clicked.disconnect(self._start_check)
            self._flows.completed.connect(self.today_completed)
            self._flows.completed.connect(self._settling.start)
            self._flows.troubled.connect(self._settling.start)
        return self._flows

    def show(self) -> None:
        """Show the window; everything slow begins after its first paint."""
        self.window.show_room(Room.TODAY)
        self.window.installEventFilter(self)
        self.window.show()

    def raise_window(self, wanted: str = "") -> None:
        """Bring the window to the front, and begin what is `wanted` unless something is going on already."""
        self._come_to_the_front()
        self._looking_again.start()
        if not wanted:
            return
        if self.window.is_covered:
            self._say_something_is_on()
        else:
            self.begin(wanted)

    def _come_to_the_front(self) -> None:
        state = self.window.windowState() & ~Qt.WindowState.WindowMinimized
        if self._is_on_another_desktop():
            self.window.setWindowState(
                state | Qt.WindowState.WindowMinimized
            )  # brought back, it is asked for anew
        self.window.setWindowState(state | Qt.WindowState.WindowActive)
        self.window.show()
        self.window.raise_()
        self.window.activateWindow()
        # Where the desktop lets nobody come to the front, it is marked at least.
        QApplication.alert(self.window)

    def _look_again(self) -> None:
        """What the window manager did before may have been heard of only now."""
        if self._is_on_another_desktop():
            self._come_to_the_front()

    def _is_on_another_desktop(self) -> bool:
        """Whether the window manager has taken the window away: Qt waits then, and asks for nothing."""
        handle = self.window.windowHandle()
        shown = self.window.isVisible() and not self.window.isMinimized()
        return (
            QApplication.platformName() == "xcb" and shown and handle is not None and not handle.isExposed()
        )

    def begin(self, wanted: str) -> None:
        """Begin one of `cli.STARTS` as if it were pressed on Today; "" begins nothing."""
        self._wanted = wanted
        if self._flows is not None:
            self._begin_wanted()

    def _say_something_is_on(self) -> None:
        from supple.ui.kit.banner import Tone

        self.window.show_banner(
            SOMETHING_ON,
            tone=Tone.INFO,
            bold=self.tr("Nothing new was started."),
            sentence=self.tr("Come to the end of what is open here, or leave it, and start again."),
        )

    def keep_what_was_typed(self) -> None:
        """Nobody can be asked any more: what stands in a field or on the sheet after a session is kept as it is."""
        typing = QApplication.focusWidget()
        if typing is not None:
            typing.clearFocus()
        if self._flows is not None:
            self._flows.keep_what_was_said()

    def end(self) -> None:
        """The system wants the program to end: at once, in order, without a question."""
        self.keep_what_was_typed()
        QApplication.exit(0)  # quit() asks the windows first, and one with a session refuses

    def finish(self) -> None:
        """Let what is under way come to its end: files, records, sound."""
        self._settling.stop()
        self._looking_again.stop()
        if self._flows is not None:
            self._flows.finish()

    def make_room(self, room: Room) -> QWidget:
        """The page of a room, for the window."""
        return self._front.today.make() if room is Room.TODAY else self.flows.make_room(room)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """See the first paint, once."""
        if event.type() is QEvent.Type.Paint:
            self.window.removeEventFilter(self)
            QTimer.singleShot(0, self, self._open)
        return False

    def _open(self) -> None:
        bring_inside(self.window)
        self.window.make_shortcuts()
        self.flows.open_history()
        self._begin_wanted()

    def _begin_wanted(self) -> None:
        wanted, self._wanted = self._wanted, ""
        if wanted == "routine":
            self.flows.start_todays_routine()
        elif wanted == "self-test":
            self._start_check()

    def _start_routine(self, routine_id: str) -> None:
        """Pressed before there is anything behind the window."""
        self.flows.ways.start_routine(routine_id)

    def _start_check(self) -> None:
        self.flows.ways.start_check()


class _Maker:
    """Makes one room when the window asks for it."""

    def __init__(self, program: Program, room: Room) -> None:
        self._program = program
        self._room = room

    def __call__(self) -> QWidget:
        return self._program.make_room(self._room)
