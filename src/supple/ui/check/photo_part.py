"""The photo goniometer as a check of the self-test: open, mark, mark once more blind, and what it showed."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from uuid import uuid4

from PySide6.QtCore import QObject

from supple.domain.checks.kept_photo import PhotoRecord
from supple.domain.checks.photo import Marking
from supple.domain.checks.photo_records import photo_records, run_of
from supple.domain.checks.photo_run import SIDES, PhotoRun, Said
from supple.domain.checks.photo_text import PhotoText
from supple.domain.checks.photo_trouble import PhotoTrouble
from supple.domain.record import CheckRecord
from supple.domain.self_test_text import SelfTestText
from supple.domain.side import Side
from supple.storage.photo_file import PhotoFile
from supple.ui.check.check_part import CheckPart
from supple.ui.check.photo_copies import CopyWanted, LastPhoto
from supple.ui.check.photo_marking_page import PhotoMarkingPage
from supple.ui.check.photo_open_page import PhotoOpenPage
from supple.ui.check.photo_reader import PhotoReader
from supple.ui.check.photo_result_page import PhotoResultPage
from supple.ui.check.photo_sort_page import PhotoSortPage
from supple.ui.figure.pictures import Pictures
from supple.ui.kit.session_bar import SessionBar
from supple.ui.kit.theme import Theme

PHOTOS = 6  # three a side: the parts of the bar


@dataclass(frozen=True, slots=True)
class PhotoWords:
    """The words of the goniometer, and what is said under every check."""

    photo: PhotoText
    always: SelfTestText


@dataclass(frozen=True, slots=True, kw_only=True)
class PhotoWays:
    """What the goniometer asks for: files, a copy that is kept, the copy of last time."""

    choose_files: Callable[[Callable[[list[Path]], None]], None]
    keep_copy: Callable[[CopyWanted], None]
    last: LastPhoto


class PhotoPart(CheckPart):
    """Photos are held while they are marked, one at a time, and let go of; only angles are told.

    Where the person ticks it a small copy is asked for as well.
    """

    def __init__(
        self,
        theme: Theme,
        pictures: Pictures,
        words: PhotoWords,
        ways: PhotoWays,
        parent: QObject | None = None,
    ) -> None:
        """`ways.choose_files` asks the person for files and gives them on."""
        super().__init__(parent)
        self._ways = ways
        self._copied: set[str] = set()
        self._run = PhotoRun()
        self._first: Marking | None = None
        self._name = ""
        self._reader = PhotoReader(self)
        self._open = PhotoOpenPage(theme, pictures, words.photo)
        self._marking = PhotoMarkingPage(theme, pictures, words.photo)
        self._sort = PhotoSortPage(theme, words.photo)
        self._waiting: dict[Side, list[Path]] = {side: [] for side in SIDES}
        self._result = PhotoResultPage(theme, words.photo, words.always)

        ways.last.setParent(self)
        ways.last.found.connect(self._offer_last)
        self._reader.shown.connect(self._show_photo)
        self._reader.loaded.connect(self._show_loaded)
        self._reader.failed.connect(self._say_trouble)
        self._reader.progressed.connect(self._open.drop.show_progress)
        self._connect_open()
        self._connect_marking()
        self._connect_result()

    def begin(self, done: Sequence[CheckRecord] = ()) -> None:
        """The photo that follows those in `done`."""
        self._run = run_of(done)
        self._go_on()

    def come_back(self) -> None:
        """What the photos showed."""
        self._show_result()

    def redo(self, side: Side) -> None:
        """All photos of `side` anew."""
        self._run.redo(side)
        self._forget_waiting(side)
        self._go_on()

    def say_mild(self) -> tuple[CheckRecord, ...]:
        """The pain that ended the check was mild."""
        self._run.say_mild()
        return self.found

    @property
    def tries(self) -> int:
        """Photos so far."""
        return len(self._run.tries)

    @property
    def found(self) -> tuple[CheckRecord, ...]:
        """Every photo so far with the finding of its side."""
        return photo_records(self._run, ended=True)

    @property
    def asks_before_it_is_left(self) -> bool:
        """From the first photo on: one that is being marked counts."""
        return bool(self._run.tries) or self._open.photo is not None or self._run.hurt is not None

    @property
    def ended_by_pain(self) -> bool:
        """Whether it hurt."""
        return self._run.hurt is not None and not self._run.was_mild

    @property
    def is_redone(self) -> bool:
        """Whether one side is done again."""
        return self._run.is_redone

    def close(self) -> None:
        """Let go of the photo and of the pages."""
        silent = True
        self.blockSignals(silent)
        self._let_go()
        for page in (self._open, self._sort, self._marking, self._result):
            page.deleteLater()

    def wait(self) -> None:
        """Let a photo that is being opened come to its end."""
        self._reader.wait()
        self._ways.last.wait()

    def _connect_open(self) -> None:
        page = self._open
        page.source_given.connect(self._take_source)
        page.drop.choose.clicked.connect(self._ask_for_files)
        page.drop.cancel.clicked.connect(self._cancel)
        page.go_on.clicked.connect(self._take_photo)
        page.skip.clicked.connect(self._end_side)
        page.hurts.clicked.connect(self._report_pain)
        page.back.clicked.connect(self._go_back)
        page.leave_wanted.connect(self.leave_wanted)
        page.signs.clicked.connect(self.signs_wanted)

        sort = self._sort
        sort.sorted_out.connect(self._take_sorted)
        sort.back.clicked.connect(self._ask_for_photo)
        sort.leave_wanted.connect(self.leave_wanted)
        sort.signs.clicked.connect(self.signs_wanted)

    def _connect_marking(self) -> None:
        page = self._marking
        page.marked.connect(self._take_marking)
        page.back.clicked.connect(self._back_to_photo)
        page.leave_out.clicked.connect(self._ask_for_photo)
        page.leave_wanted.connect(self.leave_wanted)
        page.signs.clicked.connect(self.signs_wanted)

    def _connect_result(self) -> None:
        page = self._result
        page.go_on.clicked.connect(self._finish)
        page.back.clicked.connect(self._go_back)
        page.leave_wanted.connect(self.leave_wanted)
        page.signs.clicked.connect(self.signs_wanted)
        for card in page.cards:
            card.one_more_pressed.connect(self._take_one_more)
            card.left_out.connect(self._leave_out)

    def _go_on(self) -> None:
        if self._run.side is None:
            self._show_result()
        else:
            self._ask_for_photo()

    def _ask_for_photo(self) -> None:
        self._ask_anew()
        side = self._run.side
        if side is not None and self._waiting[side]:
            self._take_source([self._waiting[side].pop(0)])

    def _ask_anew(self) -> None:
        side, run = self._run.side, self._run
        self._let_go()
        if side is not None:
            self._open.ask(side, number=run.number, photos=run.photos, enough=run.may_go_on)
            self._show_progress(self._open.bar)
            self.page_changed.emit(self._open)

    def _let_go(self) -> None:
        """Of the photo, so that its memory comes back."""
        self._reader.leave()
        self._sort.forget()
        self._first = None
        self._open.forget()
        self._marking.forget()

    def _ask_for_files(self) -> None:
        self._ways.choose_files(self._take_source)

    def _take_source(self, source: object) -> None:
        """Paths or bytes; several paths are sorted first."""
        if isinstance(source, list) and len(source) > 1:
            takes = {side: self._run.room(side) for side in SIDES}
            done = {side: len(self._run.reading(side).photos) for side in SIDES}
            self._sort.show_files(source, takes=takes, done=done)
            self.page_changed.emit(self._sort)
            return
        self._let_go()
        self._name = ""
        if isinstance(source, bytes):
            self._open.drop.begin_opening()
            self._reader.open(source)
        elif isinstance(source, list) and source:
            self._name = source[0].name
            self._open.drop.begin_opening()
            self._reader.open(source[0])

    def _take_sorted(self, files: object) -> None:
        """Each hip has its photos, which are opened one after the other."""
        if isinstance(files, dict):
            self._waiting = {side: list(files.get(side, [])) for side in SIDES}
        self._ask_for_photo()

    def _forget_waiting(self, side: Side | None) -> None:
        """The photos of `side` that were sorted and are not needed any more."""
        if side is not None:
            self._waiting[side] = []

    def _cancel(self) -> None:
        self._reader.leave()
        self._open.drop.end_opening()

    def _show_photo(self, photo: object) -> None:
        if isinstance(photo, PhotoFile):
            self._open.show_photo(photo)

    def _show_loaded(self, photo: object) -> None:
        if not isinstance(photo, PhotoFile):
            return
        if self._open.photo is not photo:
            self._open.show_photo(photo)
        self._open.drop.sharpen()
        self._marking.sharpen()

    def _say_trouble(self, trouble: object) -> None:
        if isinstance(trouble, PhotoTrouble):
            if self._open.photo is not None:  # small it could be seen, and may be marked already
                self._ask_anew()
            self._open.say_trouble(trouble, self._name)

    def _take_photo(self) -> None:
        photo, side = self._open.photo, self._run.side
        if photo is None or side is None:
            return
        if self._open.keeps_out:
            back, camera = self._open.back_flat.said, self._open.camera_level.said
            self._run.keep_out(back_flat=back or Said.NOT_SURE, camera_level=camera or Said.NOT_SURE)
            self._tell_kept()
            self._ask_for_photo()
            self._open.say(
                self.tr("That photo was kept out."), self.tr("Open another one, or go on without it.")
            )
            return
        self._show_marking(blind=False)

    def _show_marking(self, *, blind: bool) -> None:
        photo, side = self._open.photo, self._run.side
        if photo is None or side is None:
            return
        self._marking.set_title(self._marking.title, self._where(side, blind=blind))
        self._marking.begin(photo, side=side, blind=blind)
        self._show_progress(self._marking.bar)
        self.page_changed.emit(self._marking)
        if not blind:
            mine = self._copied | {each.photo_id for each in self._run.tries if each.photo_id}
            self._ways.last.look(side, besides=frozenset(mine))

    def _offer_last(self, side: object, last: object) -> None:
        if side is self._run.side and self._first is None and isinstance(last, PhotoRecord):
            self._marking.show_last(last, today=self._ways.last.today)

    def _where(self, side: Side, *, blind: bool) -> str:
        left = self.tr("Left hip, photo {number} of {photos}, first marking")
        right = self.tr("Right hip, photo {number} of {photos}, first marking")
        if blind:
            left = self.tr("Left hip, photo {number} of {photos}, second marking")
            right = self.tr("Right hip, photo {number} of {photos}, second marking")
        told = left if side is Side.LEFT else right
        return told.format(number=self._run.number, photos=self._run.photos)

    def _take_marking(self, marking: object) -> None:
        if not isinstance(marking, Marking):
            return
        if self._first is None:
            self._first = marking
            self._show_marking(blind=True)
            return
        photo, side = self._open.photo, self._run.side
        keeps = self._marking.keeps_copy and photo is not None and side is not None
        photo_id = uuid4().hex if keeps else ""
        self._run.add(self._first, marking, photo_id=photo_id)
        self._tell_kept()
        if keeps and photo is not None and side is not None:
            self._copied.add(photo_id)
            self._ways.keep_copy(CopyWanted(photo_id=photo_id, side=side, photo=photo, marking=marking))
        self._go_on()

    def _back_to_photo(self) -> None:
        """The first marking cannot be seen from the second: both begin anew."""
        self._first = None
        self._show_progress(self._open.bar)
        self.page_changed.emit(self._open)

    def _go_back(self) -> None:
        """To the photo before, which has to be opened again: it was not kept."""
        if not self._run.take_back():
            self.went_back.emit()
            return
        self._tell_kept()
        self._ask_for_photo()
        self._open.say(
            self.tr("The photo before was taken back."), self.tr("Open it once more: nothing of it is kept.")
        )

    def _end_side(self) -> None:
        self._forget_waiting(self._run.side)
        self._run.end_side()
        self._go_on()

    def _take_one_more(self, side: Side) -> None:
        self._run.take_one_more(side)
        self._ask_for_photo()

    def _leave_out(self, side: Side, number: int) -> None:
        self._run.leave_out(side, number)
        self._tell_kept()
        self._show_result()

    def _report_pain(self) -> None:
        self._run.report_pain()
        self._let_go()
        self.hurt.emit(self.found)

    def _show_result(self) -> None:
        self._let_go()
        self._result.show_run(self._run)
        self.page_changed.emit(self._result)

    def _finish(self) -> None:
        self.finished.emit(self.found)

    def _tell_kept(self) -> None:
        self.kept.emit(photo_records(self._run, ended=False))

    def _show_progress(self, bar: SessionBar) -> None:
        side = self._run.side
        if side is not None:
            done = SIDES.index(side) * PHOTOS // 2 + min(self._run.number - 1, PHOTOS // 2)
            bar.set_shares([1.0] * PHOTOS)
            bar.set_done(done / PHOTOS)
            bar.set_sentence(self.tr("Photo {done} of {photos}").format(done=done + 1, photos=PHOTOS))
