"""Warning signs everywhere: the lists, one's answers, and rooms that close and open again."""

from datetime import UTC, datetime
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot
from tests.ui.check_fixtures import safety, stand

from supple.domain.consent import MILD_HIP, Consent
from supple.domain.safety import Clearance, judge
from supple.ui.kit.button import Button
from supple.ui.kit.theme import Theme
from supple.ui.safety.guarded_page import ClosedPage
from supple.ui.safety.guarded_room import GuardedRoom
from supple.ui.safety.warning_sheet import WarningSheet
from supple.ui.safety.warning_signs import WarningSignsPage, WarningSignsSheet


def judged(*ids: str) -> Clearance:
    return judge(ids, safety().questions)


def words(widget: QWidget) -> str:
    return " ".join(label.text() for label in widget.findChildren(QLabel) if label.isVisibleTo(widget))


def button(page: QWidget, name: str) -> Button:
    return next(b for b in page.findChildren(Button) if b.text() == name)


def test_the_room_lists_every_sign_of_a_and_b_and_the_stop_rules(qtbot: QtBot, theme: Theme) -> None:
    page = WarningSignsPage(theme, safety())
    qtbot.addWidget(page)
    told = words(page)
    for question in safety().questions:
        assert question.sign in told
    for rule in safety().stop_rules:
        assert rule.feeling in told
        assert rule.action in told
    assert page.accessibleName() == "Warning signs"


def test_the_room_says_which_signs_a_doctor_should_see_today(qtbot: QtBot, theme: Theme) -> None:
    page = WarningSignsPage(theme, safety())
    qtbot.addWidget(page)
    shown = [label.text() for label in page.findChildren(QLabel) if label.isVisibleTo(page)]
    place = {
        question.id: shown.index(question.sign) for question in safety().questions if question.sign in shown
    }
    today, days = shown.index("Today"), shown.index("Within a few days")
    worse = shown.index("Today if it is getting worse, otherwise within a few days")
    for question_id in ("B1", "B6", "B9", "B10"):
        assert today < place[question_id] < worse
    assert worse < place["B7"] < days
    for question_id in ("B2", "B3", "B4", "B5", "B8"):
        assert place[question_id] > days
    assert place["A10"] < today


def test_who_may_have_hurt_the_bone_is_told_not_to_run(qtbot: QtBot, theme: Theme) -> None:
    for ids, told in ((("B8",), True), (("B8", "B1"), True), (("B1",), False)):
        sheet = WarningSheet(theme, safety(), judged(*ids))
        qtbot.addWidget(sheet)
        assert ("Do not run or jump until you have been assessed." in words(sheet)) is told


def test_the_room_shows_what_was_ticked_and_never_says_all_clear(qtbot: QtBot, theme: Theme) -> None:
    page = WarningSignsPage(theme, safety())
    qtbot.addWidget(page)
    assert page.answers == ("The safety questions have not been answered yet.",)
    page.set_clearance(judged())
    assert page.answers == ("You ticked nothing when you were asked. That does not rule everything out.",)
    page.set_clearance(judged("C8"))
    assert page.answers == (
        "Do you have a hernia of the groin or tummy, or have you had tummy surgery recently?",
    )


def test_the_room_shows_what_was_agreed_with_its_date_and_what_is_counted(qtbot: QtBot, theme: Theme) -> None:
    page = WarningSignsPage(theme, safety())
    qtbot.addWidget(page)
    page.set_clearance(judged("B4"))
    assert page.agreed == ()
    at = datetime(2026, 7, 1, tzinfo=UTC)
    page.set_clearance(
        judge(
            {"B4", "C4a", "C3", "C3-pregnant", "C3-birth"},
            safety().questions,
            agreed_at={Consent.SEEN: at, Consent.SURGERY: at, Consent.SIGN: at, MILD_HIP: at},
            noted={
                "pregnant_since": "2026-05-01",
                "surgery_on": "2026-01-10",
                "birth_on": "2026-06-30",
                Consent.SIGN: "walk, nothing heavy",
            },
            now=datetime(2026, 7, 22, tzinfo=UTC),
        )
    )
    told = words(page)
    for sentence in (
        "A doctor or physiotherapist has looked at this and said exercise is fine. You said so on 1 July 2026. "
        "Asked again on 29 July 2026.",
        "My surgical team has agreed to exercises like these. You said so on 1 July 2026.",
        "What you were told: walk, nothing heavy",
        "Pain in the hip check was mild and in the muscle. You said so on 1 July 2026.",
        "Are you pregnant?",
        "Counted as 11 weeks pregnant today.",
        "Surgery counts as recent up to 10 January 2027.",
        "The months after a birth are counted up to 30 September 2026.",
    ):
        assert sentence in told
    assert "Are you pregnant, or did you give birth" not in told  # what was asked further tells it
    assert "Agreed and counted" in told
    page.set_clearance(None)
    assert "Agreed and counted" not in words(page)


def test_a_room_closes_with_a_yes_and_opens_again_when_it_is_taken_back(qtbot: QtBot, theme: Theme) -> None:
    room = GuardedRoom(QWidget, partial(ClosedPage, theme, safety()))
    qtbot.addWidget(room)
    room.set_clearance(judged("B4"))
    assert room.is_closed
    assert room.room is None
    assert "See or phone a doctor first" in words(room)
    assert "closed for now" in words(room)
    closed = room.currentWidget()
    assert isinstance(closed, ClosedPage)
    with qtbot.waitSignal(closed.change.clicked):
        button(room, "Change my answers").click()
    room.set_clearance(judged())
    assert not room.is_closed
    assert room.currentWidget() is room.room
    room.set_clearance(judged("A1"))
    assert room.is_closed
    assert "Get emergency help now" in words(room)


def test_codes_alone_close_no_room(qtbot: QtBot, theme: Theme) -> None:
    room = GuardedRoom(QWidget, partial(ClosedPage, theme, safety()))
    qtbot.addWidget(room)
    room.set_clearance(judged("C8", "C9"))
    assert not room.is_closed


def test_surgery_closes_the_rooms_until_the_team_has_agreed(qtbot: QtBot, theme: Theme) -> None:
    room = GuardedRoom(QWidget, partial(ClosedPage, theme, safety()))
    qtbot.addWidget(room)
    room.set_clearance(judged("C4a"))
    assert room.is_closed
    assert "Do no exercises here until your surgical team agrees." in words(room)
    assert "You ticked: a hip replacement or surgery for a hip fracture." in words(room)
    agreed = {Consent.SURGERY: datetime(2026, 7, 1, tzinfo=UTC)}
    room.set_clearance(judge({"C4a"}, safety().questions, agreed_at=agreed))
    assert not room.is_closed


def test_the_stop_sheet_begins_on_i_understand_and_esc_changes_the_answer(qtbot: QtBot, theme: Theme) -> None:
    window = stand(qtbot, QWidget(), 900, 600)
    sheet = WarningSheet(theme, safety(), judged("C11"), parent=window)
    sheet.open_over(window)
    assert sheet.title == "Supple is for adults"
    assert sheet.words.steps.tone == "caution"  # red is left to what is an emergency
    assert sheet.understand.hasFocus()
    with qtbot.waitSignal(sheet.change_wanted):
        qtbot.keyClick(sheet, Qt.Key.Key_Escape)
    assert not sheet.isVisible()


def test_the_sheet_of_signs_scrolls_by_keys_and_closes(qtbot: QtBot, theme: Theme) -> None:
    window = stand(qtbot, QWidget(), 900, 600)
    sheet = WarningSignsSheet(theme, safety(), parent=window)
    sheet.open_over(window)
    bar = sheet.findChildren(QWidget, "qt_scrollarea_viewport")[0].parentWidget().verticalScrollBar()
    before = bar.value()
    qtbot.keyClick(sheet, Qt.Key.Key_PageDown)
    assert bar.value() > before
    button(sheet, "Close").click()
    assert not sheet.isVisible()
