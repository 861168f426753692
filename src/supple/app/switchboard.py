"""What goes on behind the painted window: history, sound, and every way that leads from room to room."""

from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QWidget

from supple.app.asking import FileAsker
from supple.app.check_keeping import CheckKeeping
from supple.app.closing import Closing
from supple.app.day_watch import DayWatch
from supple.app.flows.calendar_flow import CalendarFlow
from supple.app.flows.check_findings import CheckFindings
from supple.app.flows.check_flow import CheckFlow
from supple.app.flows.check_parts import PartTools
from supple.app.flows.files_flow import FilesFlow
from supple.app.flows.guest_flow import GuestFlow
from supple.app.flows.history_flow import HistoryFlow
from supple.app.flows.morning_flow import MorningFlow
from supple.app.flows.paper_flow import PaperFlow
from supple.app.flows.photos_flow import PhotosFlow
from supple.app.flows.plan_flow import PlanFlow
from supple.app.flows.proposal_flow import ProposalFlow
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
from supple.app.personal_rooms import PersonalRooms
from supple.app.plans import Plans
from supple.app.preferences import Preferences
from supple.app.prefetch import Prefetch
from supple.app.readings import Readings
from supple.app.rooms import Rooms
from supple.app.session_voice import SessionVoice
from supple.app.settings_care import SettingsCare
from supple.app.shipped_files import has_picture, read_content, read_safety, wall_clock
from supple.app.start_offer import StartOffer
from supple.app.ways import Ways
from supple.audio.cue_player import CuePlayer
from supple.desktop.desktop_motion import DesktopMotion
from supple.domain.checks.context import NOTHING_SAID, Context
from supple.domain.gate import Way
from supple.domain.record import SelfTestRecord
from supple.domain.trouble import Trouble
from supple.services.history import History
from supple.services.recorder import Recorder
from supple.services.writer import HistoryWriter
from supple.storage.content import load_catalogue
from supple.ui.kit.room import Room


class Flows(QObject):
    """Puts the flows together and hands out the ways; `completed` when Today says what is known."""

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
        self._front = front
        self._careful = careful
        self._wants_todays_routine = False
        _leave_icon_themes()
        window = front.window
        writer = HistoryWriter()
        self.data_dir = data_dir
        self.keeping = Keeping(writer, Recorder(writer, wall_clock=wall_clock), self)
        self.preferences = Preferences(data_dir, front.theme, self)
        self.notes = Notes(self.keeping, self.preferences, self)
        self.catalogue = load_catalogue(read_content, has_picture=has_picture)
        self.cues = CuePlayer(voice_prefix=voice_folder(), parent=self)
        self._history_flow = HistoryFlow(window, front.theme, data_dir, careful=careful, parent=self)
        self._safety = SafetyFlow(front, read_safety(), self.keeping, self)
        self._gate = Gatekeeper(
            window, self._safety, self.catalogue, self.keeping, self.preferences.settings, parent=self
        )
        voice = SessionVoice(self.cues, self.preferences, notes=self.notes.all, speed=speed, parent=self)
        self._session = SessionFlow(front, self.catalogue, self._gate, self.keeping, voice, parent=self)
        self._start = StartOffer(
            window, self.catalogue, self._gate, self._session, read_safety(), parent=self
        )
        self.plans = Plans(self._gate, self.keeping, self)
        self._proposal = ProposalFlow(window, self.plans, self._gate, self)
        self._plan = PlanFlow(front, self.plans, self._gate, self._start, self._proposal, parent=self)
        self._guest = GuestFlow(
            front, self.catalogue, read_safety(), self._session, self.preferences.pace, parent=self
        )
        self._asker = FileAsker(window, front.theme, data_dir, self)
        self._photos = PhotosFlow(window, self.keeping, self)
        self._check = CheckFlow(
            window,
            self._gate,
            CheckKeeping(self.keeping),
            PartTools(
                theme=front.theme,
                pictures=front.pictures,
                voice=voice,
                asker=self._asker,
                photos=self._photos,
            ),
            CheckFindings(front, self.catalogue, self._gate, Readings(window, self.keeping, self), self),
            parent=self,
        )
        self._files = FilesFlow(window, self._asker, data_dir, self)
        self._calendar = CalendarFlow(window, self._asker, self)
        self._paper = PaperFlow(front, self.catalogue, self._gate, self._asker, parent=self)
        self._sound = SoundFlow(self.cues, self.preferences.sound, self)
        self._resume = ResumeFlow(window, self.catalogue, self._safety, self._gate, self.keeping, parent=self)
        self._restore = RestoreFlow(
            window, self._asker, self.keeping, self._history_flow, data_dir=data_dir, parent=self
        )
        self.ways = self._make_ways()
        self.library = LibraryRooms(front, self.catalogue, self._gate, self.ways, self.notes.all, parent=self)
        self._own = PersonalRooms(
            front, self.catalogue, self._safety, self.ways, self.preferences, data_dir=data_dir, parent=self
        )
        self._rooms = Rooms(front.today, self.library, self._own, self._gate, self)
        self._history = HistoryPresenter(
            window,
            self._rooms,
            safety=self._safety,
            gate=self._gate,
            keeping=self.keeping,
            data_dir=data_dir,
            parent=self,
        )
        self._morning = MorningFlow(front.today, self._gate, self.keeping, self)
        self._closing = Closing(window, self.keeping, self._may_close, data_dir=data_dir, parent=self)
        self._care = HistoryCare(window, data_dir, self)
        self._prefetch = Prefetch(self)
        self._settings_care = SettingsCare(window, self.preferences, data_dir, self)
        self._day = DayWatch(wall_clock, self)
        self._motion = DesktopMotion(self)
        front.today.follow(self.ways, self.library, self.plans)
        self._own.follow(self.plans)
        self._connect()
        self._connect_history()
        self._sound.apply(self.preferences.sound())

    def _make_ways(self) -> Ways:
        """What every page is handed."""
        return Ways(
            start_routine=self._start.start_routine,
            start_todays_routine=self.start_todays_routine,
            start_exercise=self._start.start_exercise,
            start_check=self._check.start,
            start_plan=self._plan.start_plan,
            show_plan=self._plan.show_plan,
            show_plans_steps=self._plan.show_steps,
            answer_plan=self._plan.answer,
            print_routine=self._paper.print_routine,
            save_routine=self._paper.save_routine,
            invite_someone_else=self._guest.invite_to_the_usual,
            change_answers=self._safety.change_answers,
            show_signs=self._safety.show_signs,
            change_settings=self.preferences.change,
            put_away=self.preferences.put_away,
            write_note=self.notes.write,
            show_photos=self._photos.show,
            export=self._files.ask_for_csv_folder,
            back_up=self._files.ask_for_backup_file,
            restore=self._restore.ask_for_file,
            test_sound=self._sound.test,
            look_for_devices=self._sound.look_for_devices,
        )

    @property
    def is_known(self) -> bool:
        """Whether the person's answers are read: what is pressed before waits for them."""
        return self._gate.is_known

    def open_history(self) -> None:
        """Open it in a thread; `completed` follows once Today shows what is in it."""
        self._history_flow.start()

    def make_room(self, room: Room) -> QWidget:
        """The page of a room, for the window."""
        return self._rooms.make(room)

    def start_todays_routine(self) -> None:
        """Start what Today offers, or show what it says instead; pressed too early, as soon as it is known."""
        if not self._gate.is_known:
            self._wants_todays_routine = True
        elif self._front.today.routine_due and self._front.today.is_of_plan:
            self._plan.start_plan()
        elif self._front.today.routine_due:
            self._start.start_routine(self._front.today.routine_due)
        else:
            self._front.window.show_room(Room.TODAY)

    def propose_plan(self, taken: SelfTestRecord | None = None, said: Context = NOTHING_SAID) -> None:
        """What follows from the check that was just `taken`, else from the last one, before anything of it is kept."""
        if taken is None:
            self._proposal.propose()
        else:
            self._proposal.propose_after(taken, said)

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
        self._photos.wait()
        self._care.wait()
        self._closing.finish()
        self._history_flow.close()
        self.cues.close()
        self._session.close()
        self.preferences.save_window(self._front.window)

    def _connect(self) -> None:
        self._front.today.page.hero.mild_told.connect(self._gate.take_mild)
        self._safety.judged.connect(self._rooms.show_answers)
        self._gate.changed.connect(self._rooms.show_limits)
        self._gate.elsewhere_wanted.connect(self.library.show_routines)
        self._gate.settings_wanted.connect(self._own.show_left_out)
        self._start.someone_else_wanted.connect(self._guest.invite)
        self._check.routine_wanted.connect(self._start.start_routine)
        self._check.plan_wanted.connect(self.propose_plan)
        self._proposal.left.connect(self._check.leave_findings)
        self._plan.check_wanted.connect(self._check.start)
        self._plan.steps_wanted.connect(self.library.show_plans_steps)
        self._plan.calendar_wanted.connect(self._calendar.save)
        self._plan.print_wanted.connect(self._paper.print_session)
        self._plan.pdf_wanted.connect(self._paper.save_session)
        self._plan.told.connect(self.library.tell_of_plan)
        self._resume.go_on_wanted.connect(self._session.go_on)
        self._sound.words_changed.connect(self._session.show_sound_trouble)
        self._sound.devices_found.connect(self._own.show_devices)
        self._sound.tested.connect(self._own.show_sound)
        self._motion.told.connect(self.preferences.follow_desktop_motion)
        self.preferences.sound_changed.connect(self._sound.apply)
        self.preferences.choice_changed.connect(self._rooms.show_limits)
        self.preferences.changed.connect(self._own.show_settings)
        self.notes.changed.connect(self.library.show_notes)

    def _connect_history(self) -> None:
        history = self._history
        self._history_flow.opened.connect(self._take_history)
        self._history_flow.lost.connect(self._lose_history)
        self._history_flow.went_on.connect(history.go_without)
        self.keeping.failed.connect(self._history_flow.reopen_if_replaced)
        self._restore.restored.connect(self.preferences.reload)
        self._restore.restored.connect(history.forget)
        history.history_taken.connect(self._files.use)
        history.history_taken.connect(self.notes.use)
        history.history_taken.connect(self.plans.take_history)
        history.read_anew.connect(self.plans.use)
        history.history_taken.connect(self._check.use)
        history.history_taken.connect(self._photos.use)
        history.history_taken.connect(self._go_on_with_what_was_cut_off)
        history.completed.connect(self._complete)
        history.retry_wanted.connect(self._history_flow.start)
        history.seen.connect(self._morning.consider)
        self._morning.changed.connect(history.show_told)
        self._day.changed.connect(history.refresh)
        self.preferences.days_changed.connect(history.write_days_anew)
        self.preferences.days_changed.connect(self._rooms.refresh_progress)
        self._photos.changed.connect(self._rooms.refresh_progress)
        self._resume.kept.connect(history.refresh)
        self._front.window.uncovered.connect(history.refresh)

    def _take_history(self, history: History) -> None:
        waited = self.keeping.writer.pending > 0
        self.keeping.follow(self.keeping.writer.use(history))
        waited |= self._closing.take_up_unsaved()
        self._history.use(history)
        if waited:
            self._history.refresh()

    def _lose_history(self, trouble: Trouble) -> None:
        self.keeping.follow(self.keeping.writer.lose(trouble))
        self.troubled.emit()

    def _complete(self) -> None:
        """Today shows what is known; a press from before follows now, unless something is asked first."""
        self._settings_care.look()
        self.completed.emit()
        wants, self._wants_todays_routine = self._wants_todays_routine, False
        if self._resume.is_asking:
            self._gate.drop_what_waits()
        else:
            self._gate.begin_what_waits()
            if wants:
                self.start_todays_routine()
        self._prefetch.begin()
        self._care.start()
        self._day.start()
        self._motion.start()

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
        self._check.consider(may_ask=self._gate.verdict(Way.CHECK).open and not asking)


def _leave_icon_themes() -> None:
    """Every icon here is our own. Qt's file dialog would look for its in each folder of each theme of the desktop: on a
    machine whose themes have no cache that was 440,000 looks, and held the window for half a second.
    """
    QIcon.setThemeSearchPaths([":/icons"])  # an empty list would mean all of them
    QIcon.setFallbackSearchPaths([])
