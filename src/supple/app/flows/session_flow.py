"""One session from its first second to the last word: mat view, after sheet."""

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from supple.app.front import Front
from supple.app.gatekeeper import Gatekeeper
from supple.app.keeping import Keeping
from supple.app.session_voice import SessionVoice
from supple.domain.catalogue import Catalogue
from supple.domain.course import Course
from supple.domain.gate import Verdict, Way, admit
from supple.domain.minutes import SECOND_MS
from supple.domain.offered import Limits, marks
from supple.domain.pain import PainTold
from supple.domain.record import Occasion, SessionRecord
from supple.domain.resume import Remainder
from supple.domain.routine import SHIPPED_PACE, SessionPlan, Timeline, compile_timeline
from supple.domain.same_place import sharp_places
from supple.domain.session import SessionEnded, SessionState
from supple.domain.summary import summarise
from supple.ui.kit.banner import Tone

if TYPE_CHECKING:
    from supple.app.flows.pain_flow import PainFlow
    from supple.play.session_player import SessionPlayer
    from supple.ui.session.after_sheet import AfterSheet, AfterTold
    from supple.ui.session.mat_sound_question import MatSoundQuestion
    from supple.ui.session.session_page import SessionPage
    from supple.ui.session.start_sheet import StartChoice
    from supple.ui.words.pain_words import Advice

SAVING = "saving"
ADVICE = "advice"


class SessionFlow(QObject):
    """Runs one session at a time; nothing else can be begun meanwhile."""

    def __init__(
        self,
        front: Front,
        catalogue: Catalogue,
        gate: Gatekeeper,
        keeping: Keeping,
        voice: SessionVoice,
        *,
        parent: QObject | None = None,
    ) -> None:
        """Nothing is shown before `begin` or `go_on`."""
        super().__init__(parent)
        self._window = front.window
        self._pictures = front.pictures
        self._catalogue = catalogue
        self._gate = gate
        self._keeping = keeping
        self._voice = voice
        self._player: SessionPlayer | None = None
        self._page: SessionPage | None = None
        self._question: MatSoundQuestion | None = None
        self._beside: tuple[QObject, ...] = ()  # what lives as long as the session
        self._after: AfterSheet | None = None
        self._drafted: AfterTold | None = None  # of the after sheet, in the history already
        self._closes_after = False  # the window was being closed when the session was stopped
        self._goes_on_later = False
        self._advice: Advice | None = None  # after a sign that somebody has to look at
        self._guest: Limits | None = None  # someone else trains, and nothing is kept
        self._course: Course | None = None
        self._sound_trouble = ("", False)
        self._pain_flow: PainFlow | None = None

    @property
    def runs(self) -> bool:
        """Whether a session is on the mat."""
        return self._player is not None and self._player.state is not SessionState.ENDED

    @property
    def is_on(self) -> bool:
        """Whether a session stands on the mat, ended or not."""
        return self._player is not None

    def may_close(self) -> bool:
        """The window's question before it closes: a running session asks first, what was said after one is kept."""
        self._close_after()
        if not self.runs or self._page is None or self._goes_on_later:
            return True
        self._closes_after = self._page.ask_before_closing()
        return False

    def _may_wait(self) -> bool:
        """Whether the next start can offer to go on: what was done is on the disk."""
        recorder = self._keeping.recorder
        return recorder.session_id is not None and not recorder.pending

    def keep_what_was_said(self) -> None:
        """The program ends now: what stands on a sheet about pain, or on the one after a session, is kept as it is."""
        if self._page is not None:
            self._page.keep_what_was_told()
        self._close_after()

    def _close_after(self) -> None:
        if self._after is not None:
            self._closes_after = False
            self._after.close_sheet()

    def _close_for_later(self) -> None:
        """The session stands as it is, without an end: the next start offers to go on."""
        self._goes_on_later = True
        self._window.close()

    def _stay(self) -> None:
        self._closes_after = False

    def get_ready(self) -> None:
        """A session may begin within seconds."""
        self._voice.get_ready()

    def close(self) -> None:
        """The program ends: so does the voice that reads notes, and a mat that was not shown yet."""
        self._voice.close()
        if self._page is not None:
            self._page.deleteLater()

    def show_sound_trouble(self, words: str, heard: bool) -> None:
        """Say in the mat view what is wrong with sound, and whether it is heard all the same; "" takes it back."""
        self._sound_trouble = (words, heard)
        if self._page is not None:
            self._page.show_no_sound(words, heard=heard)
        if self._question is not None:
            self._question.show_trouble(words, heard=heard)

    def go_on(self, session: SessionRecord, left: Remainder, verdict: Verdict) -> None:
        """Go on with a session that was cut off; it stays one session."""
        admit(verdict, Way.RESUME)
        if self._player is not None:
            return
        self.get_ready()
        self._keeping.recorder.go_on(session, names=self._names(left.timeline))
        pace = session.plan.pace if session.plan is not None else SHIPPED_PACE
        self._play(
            Course(
                timeline=left.timeline,
                pace=pace,
                at=left.at,
                earlier=left.done,
                done_ms=round(session.done_s * SECOND_MS),
            )
        )
        if self._page is not None:
            self._page.pain.remember(sharp_places(self._gate.pains, session.session_id))

    def begin(self, choice: "StartChoice", verdict: Verdict) -> None:
        """Begin what was chosen."""
        admit(verdict, Way.SESSION, Way.EXERCISE)
        keeping = self._keeping
        plan = SessionPlan(routine=choice.routine, pace=choice.pace)
        timeline = compile_timeline(plan.routine, plan.pace)
        begun = keeping.recorder.begin(
            plan, timeline, names=self._names(timeline), pain_before=choice.pain_before
        )
        keeping.follow(begun)
        self._hear(PainTold(score=choice.pain_before), Occasion.BEFORE)
        self._play(Course(timeline=timeline, pace=plan.pace))

    def begin_unrecorded(self, choice: "StartChoice", verdict: Verdict, limits: Limits) -> None:
        """Someone else trains, with `limits` of their own: nothing of it is kept."""
        admit(verdict, Way.SESSION)
        if self._player is not None:
            return
        self._guest = limits
        self._keeping.recorder.begin_unrecorded()
        timeline = compile_timeline(choice.routine, choice.pace)
        self._play(Course(timeline=timeline, pace=choice.pace))

    def _names(self, timeline: Timeline) -> dict[str, str]:
        """The names of the exercises by id."""
        exercise_ids = {phase.exercise_id for phase in timeline.phases}
        return {e: self._catalogue.exercise(e).name for e in exercise_ids}

    def _play(self, course: Course) -> None:
        from supple.app.flows.pain_flow import PainFlow
        from supple.desktop.awake import Awake
        from supple.play.clock import SessionClock
        from supple.play.session_player import SessionPlayer
        from supple.ui.session.handbook import Handbook
        from supple.ui.session.mat_note import Beside
        from supple.ui.session.media_keys import MediaKeys
        from supple.ui.session.session_page import SessionPage
        from supple.ui.words.left_out import care_words

        sound = self._voice.preferences.sound()
        limits = self._guest or self._gate.limits
        marked = marks({phase.exercise_id for phase in course.timeline.phases}, self._catalogue, limits)
        notes = {} if self._guest else self._voice.notes()  # the owner's own words are not for others
        self._advice = None
        self._course = course
        self._player = SessionPlayer(
            course,
            record=self._keeping.recorder.take,
            play=self._voice.cues.play,
            speaker=self._voice.make_speaker(
                course.timeline, {i: notes[0].id for i, notes in marked.items()}
            ),
            clock=SessionClock(speed=self._voice.speed),
            lead_ms=sound.delay_ms,
            parent=self,
        )
        pain = self._pain_flow = PainFlow(
            self._keeping, self._catalogue, course.timeline, pace=course.pace, limits=limits, parent=self
        )
        self._page = SessionPage(
            self._window.theme,
            self._pictures,
            self._player,
            Handbook(
                exercise=self._catalogue.exercise,
                easier_than=pain.easier_than,
                beside={
                    i: Beside(care_words(marked.get(i, ())), notes.get(i, "")) for i in (*marked, *notes)
                },
            ),
            may_wait=self._may_wait,
            volume=sound.volume,
            sound_on=sound.on,
        )
        keys = MediaKeys(self._player, self._page, exercise_by_id=self._catalogue.exercise, parent=self)
        self._beside = (pain, Awake(self._player, parent=self), keys)
        if sound.asks_whether_it_is_heard:
            self._ask_about_sound(self._page, self._player)
        if self._guest:
            self._page.show_not_recorded()
        self.show_sound_trouble(*self._sound_trouble)
        self._player.saving_was_slow.connect(self._say_saving_is_slow)
        self._player.saving_failed.connect(self._keeping.failed)
        self._player.saving_recovered.connect(self._keeping.tell_kept)
        self._window.keys_opening.connect(self._player.pause)
        self._page.ended.connect(self._show_after)
        for asker in (self._page, self._page.pain):
            asker.later_chosen.connect(self._close_for_later)
            asker.went_on.connect(self._stay)
        self._page.pain.pain_drafted.connect(pain.draft)
        self._page.pain.pain_told.connect(pain.keep)
        self._page.pain.pain_told.connect(self._hear_hurt)
        self._page.pain.signs_wanted.connect(self._gate.show_signs)
        self._player.eased.connect(pain.ease)
        self._page.warning_signs_opened.connect(self._gate.show_signs)
        self._page.volume_chosen.connect(self._voice.preferences.set_volume)
        self._page.sound_toggled.connect(self._voice.preferences.set_sound_on)
        # Making it, filling it and showing it at once would hold the window.
        QTimer.singleShot(0, self._window, self._start)

    def _ask_about_sound(self, page: "SessionPage", player: "SessionPlayer") -> None:
        from supple.ui.session.mat_sound_question import MatSoundQuestion

        self._question = MatSoundQuestion(self._window.theme, page, player)
        self._question.settled.connect(self._voice.preferences.note_sound_heard)

    def _start(self) -> None:
        if self._player is not None and self._course is not None:
            self._player.start(at=self._course.at)
            QTimer.singleShot(0, self._window, self._show_mat)

    def _show_mat(self) -> None:
        if self._player is not None and self._page is not None:
            self._window.show_full(self._page)

    def _show_after(self, ended: SessionEnded) -> None:
        if self._player is None or self._course is None:
            return
        from supple.ui.session.after_sheet import AfterSheet

        planned = self._pain_flow.planned if self._pain_flow is not None else self._player.timeline

        sheet = AfterSheet(
            self._window.theme,
            ended=replace(ended, done_ms=ended.done_ms + self._course.done_ms),
            lines=summarise(planned, self._player.sets_ended),
            exercise_by_id=self._catalogue.exercise,
            is_kept=self._guest is None,
            advice=self._advice,
        )
        sheet.drafted.connect(self._draft_after)
        sheet.told.connect(self._keep_after)
        sheet.closed.connect(self._leave)
        self._after = sheet
        self._window.show_sheet(sheet)

    def _draft_after(self, told: "AfterTold") -> None:
        """What is typed is in the history within a second: the power may go before Done."""
        if told != self._drafted:
            self._drafted = told
            recorder = self._keeping.recorder
            self._keeping.follow(recorder.note(pain_after=told.pain_after, note=told.note))

    def _keep_after(self, told: "AfterTold") -> None:
        if told.pain_after is not None or told.note or self._drafted is not None:
            self._draft_after(told)
            self._hear(PainTold(score=told.pain_after), Occasion.AFTER)
        self._drafted = None

    def _hear_hurt(self, told: PainTold) -> None:
        from supple.ui.words.pain_words import lasting_advice

        self._advice = lasting_advice(told) or self._advice
        self._hear(told, Occasion.DURING)

    def _say_advice(self) -> None:
        """It stays in the window until it was read and closed; the next start asks the questions about it."""
        if self._advice is not None:
            self._window.show_banner(
                ADVICE,
                tone=Tone.STOP,
                bold=self._advice.bold,
                sentence=self._advice.sentence,
                action=(self.tr("See warning signs"), self._gate.show_signs),
            )

    def _hear(self, told: PainTold, occasion: Occasion) -> None:
        """What was told holds at once, for all that may begin next; what someone else told is not the owner's."""
        if self._guest is None and told != PainTold(score=None):
            self._gate.hear(told, occasion=occasion)

    def _leave(self) -> None:
        """Back to the rooms; the page and the player end here."""
        page, player, beside = self._page, self._player, self._beside
        self._after = None
        self._page = self._player = self._guest = self._question = self._pain_flow = None
        self._beside = ()
        self._voice.close()
        self._window.leave_full()
        for finished in (page, player, *beside):
            if finished is not None:
                finished.deleteLater()
        self._say_advice()
        if self._closes_after:
            QTimer.singleShot(0, self._window, self._window.close)
        self._closes_after = False

    def _say_saving_is_slow(self) -> None:
        self._window.show_banner(
            SAVING,
            tone=Tone.CAUTION,
            bold=self.tr("Saving is slow."),
            sentence=self.tr("The session goes on, and every set is kept."),
        )
