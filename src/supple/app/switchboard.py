"""What goes on behind the painted window: history, sound, and every way that leads from room to room."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QWidget

from supple.app.asking import FileAsker
from supple.app.closing import Closing
from supple.app.day_watch import DayWatch
from supple.app.flows.check_flow import CheckFlow
from supple.app.flows.files_flow import FilesFlow
from supple.app.flows.guest_flow import GuestFlow
from supple.app.flows.history_flow import HistoryFlow
from supple.app.flows.morning_flow import MorningFlow
from supple.app.flows.paper_flow import PaperFlow
from supple.app.flows.restore_flow import RestoreFlow
from supple.app.flows.resume_flow import ResumeFlow
from supple.app.flows.safety_flow import SafetyFlow
from supple.app.flows.session_flow import SessionFlow
from supple.app.flows.sound_flow import SoundFlow
from supple.app.front import Front
from supple.app.gatekeeper import Gatekeeper
from supple.app.history_care import HistoryCare
from supple.app.history_presenter import HistoryPresenter
from supple.app.keeping import Keeping
from supple.app.languages import voice_folder
from supple.app.library_rooms import LibraryRooms
from supple.app.notes import Notes
from supple.app.parts import Parts, read_safety, read_voice
from supple.app.personal_rooms import PersonalRooms
from supple.app.preferences import Preferences
from supple.app.prefetch import Prefetch
from supple.app.rooms import Rooms
from supple.app.settings_care import SettingsCare
from supple.app.shipped_files import has_picture, read_content, wall_clock
from supple.app.start_offer import StartOffer
from supple.app.ways import Ways
from supple.audio.cue_player import CuePlayer
from supple.desktop.desktop_motion import DesktopMotion
from supple.domain.gate import Way
from supple.domain.safety import Clearance
from supple.domain.today import USUAL
from supple.domain.trouble import Trouble
from supple.services.history import History
from supple.services.recorder import Recorder
from supple.services.writer import HistoryWriter
from supple.storage.content import load_catalogue
from supple.ui.kit.room import Room


class Flows(QObject):
    """Puts the flows together and connects what is pressed with what follows; `completed` when Today is."""

    completed = Signal()
    troubled = Signal()  # there is no history, and the person is asked what to do

    def __init__(
        self,
        front: Front,
        *,
        data_dir: Path,
        speed: float,
        careful: bool = False,
        parent: QObject | None = None,
    ) -> None:
        """No history is open before `open_history`; `careful` goes on with nothing that was cut off."""
        super().__init__(parent)
        self._careful = careful
        _leave_icon_themes()
        writer = HistoryWriter()
        keeping = Keeping(writer, Recorder(writer, wall_clock=wall_clock), self)
        self.preferences = Preferences(data_dir, front.theme, self)
        self.notes = Notes(keeping, self.preferences, self)
        self.window = front.window
        self.parts = Parts(
            window=front.window,
            theme=front.theme,
            pictures=front.pictures,
            catalogue=load_catalogue(read_content, has_picture=has_picture),
            safety=read_safety(),
            cues=CuePlayer(voice_prefix=voice_folder(), parent=self),
            keeping=keeping,
            voice=read_voice,
            settings=self.preferences.settings,
            notes=self.notes.all,
            data_dir=data_dir,
            speed=speed,
        )
        self._today = front.today
        self._waiting: Callable[[], None] | None = None
        self._library = LibraryRooms(self.parts, self)
        self._own = PersonalRooms(self.parts, self)
        self._rooms = Rooms(self.parts, front.today, self._library, self._own, self)
        self._history_flow = HistoryFlow(front.window, front.theme, data_dir, careful=careful, parent=self)
        self._safety = SafetyFlow(self.parts, self)
        self._gate = Gatekeeper(self.parts, self._safety, self)
        self._check = CheckFlow(self.parts, self)
        self._start = StartOffer(self.parts, self._gate, self)
        self._session = SessionFlow(self.parts, self._gate, self)
        self._guest = GuestFlow(self.parts, self)
        self._asker = FileAsker(front.window, front.theme, data_dir, self)
        self._files = FilesFlow(self.parts, self._asker, self)
        self._paper = PaperFlow(self.parts, self._rooms, self._asker, self)
        self._sound = SoundFlow(self.parts, self)
        self._resume = ResumeFlow(self.parts, self._safety, self._rooms, self)
        self.ways = Ways(
            self.parts,
            self._gate,
            start=self._start,
            session=self._session,
            check=self._check,
            paper=self._paper,
            parent=self,
        )
        self._history = HistoryPresenter(
            self.parts,
            self._rooms,
            safety=self._safety,
            gate=self._gate,
            files=self._files,
            parent=self,
        )
        self._morning = MorningFlow(self.parts, front.today, self._gate, self)
        self._restore = RestoreFlow(
            self.parts, self._files, self._history_flow, self.preferences, self._history, parent=self
        )
        self._closing = Closing(self.parts, self._may_close, self)
        self._care = HistoryCare(self.parts, self)
        self._prefetch = Prefetch(self)
        self._settings_care = SettingsCare(self.parts, self.preferences, self)
        self._day = DayWatch(wall_clock, self)
        self._motion = DesktopMotion(self)
        self._check.follow(self._rooms.limits_now)
        self._gate.follow(self._rooms.limits_now)
        self._connect()
        self._connect_ways_in()
        self._follow_settings()
        self._sound.apply(self.preferences.settings())

    @property
    def is_known(self) -> bool:
        """Whether the person's answers are read: nothing is started before."""
        return self._history.is_known

    def open_history(self) -> None:
        """Open it in a thread; `completed` follows once Today shows what is in it."""
        self._history_flow.start()

    def make_room(self, room: Room) -> QWidget:
        """The page of a room, for the window."""
        return self._rooms.make(room)

    def show_exercise(self, exercise_id: str) -> None:
        """One exercise in full, over whatever room is on."""
        self._library.show_exercise(exercise_id)

    def start_routine(self, routine_id: str) -> None:
        """Offer a routine; pressed before the person's answers are read, as soon as they are."""
        if self.is_known:
            self.ways.start_routine(routine_id)
        else:
            self._waiting = partial(self.start_routine, routine_id)

    def start_todays_routine(self) -> None:
        """Start what Today offers, or show what it says instead; pressed too early, as soon as it is known."""
        if self.is_known:
            self._rooms.want_todays_routine()
        else:
            self._waiting = self.start_todays_routine

    def start_self_test(self) -> None:
        """Begin the check; pressed too early, as soon as the answers are read."""
        if not self.is_known:
            self._waiting = self.start_self_test
            return
        self.ways.start_self_test()

    def keep_what_was_said(self) -> None:
        """The program ends and nobody can be asked."""
        self._session.keep_what_was_said()

    def finish(self) -> None:
        """Let what is under way come to its end: files, records, sound."""
        self._prefetch.stop()
        self._asker.close()
        self._motion.close()
        self._files.wait()
        self._restore.wait()
        self._care.wait()
        self._closing.finish()
        self._history_flow.close()
        self.parts.cues.close()
        self._session.close()
        self.preferences.save_window(self.window)

    def _connect(self) -> None:
        self._history_flow.opened.connect(self._take_history)
        self._history_flow.lost.connect(self._lose_history)
        self._history_flow.went_on.connect(self._history.go_without)
        self._history.completed.connect(self._complete)
        self._history.completed.connect(self._prefetch.begin)
        self._history.completed.connect(self._care.start)
        self.parts.keeping.failed.connect(self._history_flow.reopen_if_replaced)
        self._history.completed.connect(self._day.start)
        self._day.changed.connect(self._history.refresh)
        self._history.completed.connect(self._motion.start)
        self._motion.told.connect(self.preferences.follow_desktop_motion)
        self._history.retry_wanted.connect(self._history_flow.start)
        self._safety.judged.connect(self._apply_clearance)
        self._session.sound_heard.connect(self.preferences.note_sound_heard)
        self._today.steps_wanted.connect(self._library.show_routine)
        self._today.answers_wanted.connect(self._safety.change_answers)
        self._today.signs_wanted.connect(self._safety.show_signs)
        self._today.trained_wanted.connect(self.start_routine)
        self._today.mild_told.connect(self._gate.take_mild)
        self._history.seen.connect(self._morning.consider)
        self._morning.changed.connect(self._show_morning)
        self._today.room_wanted.connect(self.window.show_room)
        self._rooms.answers_wanted.connect(self._safety.change_answers)
        self._rooms.signs_wanted.connect(self._safety.show_signs)
        self._library.exercise_put_away.connect(self.preferences.put_away)
        self._library.note_written.connect(self.notes.write)
        self.notes.changed.connect(self._library.show_notes)
        self._history.history_taken.connect(self.notes.use)
        self._own.answers_wanted.connect(self._safety.change_answers)
        self._own.csv_wanted.connect(self._files.ask_for_csv_folder)
        self._own.backup_wanted.connect(self._files.ask_for_backup_file)
        self._own.restore_wanted.connect(self._files.ask_for_restore_file)
        self._own.settings_changed.connect(self.preferences.change)
        self._own.sound_tested.connect(self._sound.test)
        self._own.devices_wanted.connect(self._sound.look_for_devices)
        self._check.finished.connect(self._history.refresh)
        self._session.finished.connect(self._history.refresh)
        self._history.history_taken.connect(self._go_on_with_what_was_cut_off)
        self._resume.kept.connect(self._history.refresh)
        self._session.volume_chosen.connect(self.preferences.set_volume)
        self._session.sound_toggled.connect(self.preferences.set_sound_on)
        self._sound.words_changed.connect(self._session.show_sound_trouble)
        self._sound.devices_found.connect(self._own.show_devices)
        self._sound.tested.connect(self._own.show_sound)

    def _connect_ways_in(self) -> None:
        """Whatever begins something goes through the ways, and so to the gate."""
        self._start.someone_else_wanted.connect(self._guest.invite)
        self._own.someone_else_wanted.connect(self._invite_someone_else)
        self._guest.offered.connect(self._sound.get_ready)
        self._guest.begun.connect(self._session.begin_unrecorded)
        self._rooms.routine_wanted.connect(self.start_routine)
        self._rooms.self_test_wanted.connect(self.start_self_test)
        self._library.routine_wanted.connect(self.start_routine)
        self._library.print_wanted.connect(self.ways.print_routine)
        self._library.pdf_wanted.connect(self.ways.save_routine)
        self._library.exercise_wanted.connect(self.ways.start_exercise)
        self._check.recorded.connect(self._gate.hear_check)
        self._check.hurt.connect(self._hear_in_check)
        self._check.finished.connect(self._gate.end_check)
        self._check.begin_wanted.connect(self.start_self_test)
        self._gate.changed.connect(self._apply_pain)
        self._gate.elsewhere_wanted.connect(self._library.show_routines)
        self._gate.settings_wanted.connect(self._show_settings)
        self._check.routine_wanted.connect(self.start_routine)
        self._start.offered.connect(self._sound.get_ready)
        self._start.begun.connect(self._session.begin)
        self._session.about_to_begin.connect(self._sound.get_ready)
        self._resume.go_on_wanted.connect(self.ways.go_on)
        self.ways.resumed.connect(self._resume.forget)
        self.ways.resume_given_up.connect(self._resume.give_up)

    def _follow_settings(self) -> None:
        self.preferences.changed.connect(self._sound.apply)
        self.preferences.changed.connect(self._rooms.apply_limits)
        self.preferences.changed.connect(self._own.show_settings)
        self.preferences.days_changed.connect(self._history.write_days_anew)

    def _take_history(self, history: History) -> None:
        waited = self.parts.keeping.writer.pending > 0
        self.parts.keeping.follow(self.parts.keeping.writer.use(history))
        waited |= self._closing.take_up_unsaved()
        self._history.use(history)
        if waited:
            self._history.refresh()

    def _lose_history(self, trouble: Trouble) -> None:
        self.parts.keeping.follow(self.parts.keeping.writer.lose(trouble))
        self.troubled.emit()

    def _complete(self) -> None:
        """Today shows what is known; a press from before follows now, unless something is asked first."""
        waiting, self._waiting = self._waiting, None
        self._settings_care.look()
        self.completed.emit()
        if waiting is not None and self.is_known and not self._resume.is_asking:
            waiting()

    def _apply_clearance(self, clearance: Clearance) -> None:
        self._rooms.set_clearance(clearance, answered=self._safety.asked)

    def _show_morning(self) -> None:
        self._history.show_told(may_be_undone=self._morning.may_be_undone)

    def _hear_in_check(self, hurts: bool, mild: bool) -> None:
        self._gate.hear_in_check(hurts=hurts, mild=mild)

    def _may_close(self) -> bool:
        asked = (self._safety, self._guest, self._session, self._check)
        return all(flow.may_close() for flow in asked)

    def _go_on_with_what_was_cut_off(self, history: History) -> None:
        """Offer it, but not in a start that follows one that did not finish: that may be why."""
        if self._careful:
            self._resume.leave_out()
            return
        self._resume.consider(history)
        asking = self._safety.is_asking or self._resume.is_asking
        self._check.consider(history, may_ask=self._gate.verdict(Way.CHECK).open and not asking)

    def _invite_someone_else(self) -> None:
        if not self._session.is_on:
            self._guest.invite(self.parts.catalogue.routine(USUAL))

    def _apply_pain(self) -> None:
        self._rooms.set_hurt_today(self._gate.hurt_today)

    def _show_settings(self) -> None:
        self.window.leave_inside()
        self.window.show_room(Room.SETTINGS)
        QTimer.singleShot(0, self._own, self._own.show_left_out)  # when the page has its size


def _leave_icon_themes() -> None:
    """Every icon here is our own. Qt's file dialog would look for its in each folder of each theme of the desktop: on a
    machine whose themes have no cache that was 440,000 looks, and held the window for half a second.
    """
    QIcon.setThemeSearchPaths([":/icons"])  # an empty list would mean all of them
    QIcon.setFallbackSearchPaths([])
