"""The components: what a person sees, presses and hears of them."""

from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QCursor, QGuiApplication, QPainter
from PySide6.QtWidgets import QStackedLayout, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from supple.domain.side import Side
from supple.ui.kit.answer_card import AnswerCard, TickCard
from supple.ui.kit.banner import Banner, Tone
from supple.ui.kit.button import Button, ButtonKind
from supple.ui.kit.flow_layout import ColumnsLayout
from supple.ui.kit.ring import Ring
from supple.ui.kit.rows import Row
from supple.ui.kit.segmented import Segment, Segmented
from supple.ui.kit.sheet import Sheet
from supple.ui.kit.side_switch import SideSwitch
from supple.ui.kit.side_tag import SideTag, tag_path
from supple.ui.kit.text import Text
from supple.ui.kit.theme import Theme


def window_with(qtbot: QtBot, *widgets: QWidget) -> QWidget:
    """An active window that holds `widgets` one under the other; it has no smallest size of its own."""
    window = QWidget()
    qtbot.addWidget(window)
    page = QWidget(window)
    layout = QVBoxLayout(page)
    for widget in widgets:
        layout.addWidget(widget)
    window.resize(900, 600)
    page.setGeometry(window.rect())
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    return window


def test_a_tag_has_word_point_colour_and_name(qtbot: QtBot, theme: Theme) -> None:
    tag = SideTag(theme, Side.LEFT, height=52)
    qtbot.addWidget(tag)
    tag.resize(tag.sizeHint())
    assert tag.word == "Left"
    assert tag.accessibleName() == "Left side"
    picture = tag.grab().toImage()
    ratio = picture.devicePixelRatio()
    middle, right = picture.height() // 2, picture.width() - 1
    assert picture.pixelColor(round(4 * ratio), middle) == theme.colour("left")
    assert picture.pixelColor(round(4 * ratio), 1) != theme.colour("left")
    assert picture.pixelColor(right - 1, middle // 2) == theme.colour("left")


def test_left_and_right_tags_are_mirror_images() -> None:
    from PySide6.QtCore import QPointF, QRectF

    rect = QRectF(0, 0, 100, 40)
    left, right = tag_path(rect, Side.LEFT), tag_path(rect, Side.RIGHT)
    for x in range(1, 100, 3):
        for y in range(1, 40, 3):
            assert left.contains(QPointF(x, y)) == right.contains(QPointF(100 - x, y))


def test_the_side_switch_tells_the_side_chosen(qtbot: QtBot, theme: Theme) -> None:
    switch = SideSwitch(theme)
    qtbot.addWidget(switch)
    with qtbot.waitSignal(switch.side_chosen) as told:
        switch.button(Side.RIGHT).click()
    assert told.args == [Side.RIGHT]
    assert switch.side is Side.RIGHT


def test_a_button_is_pressed_by_enter_and_space(qtbot: QtBot, theme: Theme) -> None:
    button = Button(theme, "Go")
    qtbot.addWidget(button)
    button.show()
    for key in (Qt.Key.Key_Return, Qt.Key.Key_Space):
        with qtbot.waitSignal(button.clicked):
            qtbot.keyClick(button, key)


def test_an_icon_alone_has_a_name_and_a_tooltip(qtbot: QtBot, theme: Theme) -> None:
    button = Button(theme, kind=ButtonKind.ICON, icon="maximize", name="Full screen")
    qtbot.addWidget(button)
    assert button.accessibleName() == button.tip == "Full screen"


def test_a_button_at_200_percent_is_as_large_as_its_word(qtbot: QtBot, theme: Theme) -> None:
    button = Button(theme, "Start routine", kind=ButtonKind.PRIMARY, icon="play")
    qtbot.addWidget(button)
    narrow = button.sizeHint().width()
    theme.set_text_percent(200)
    assert button.sizeHint().width() > 1.5 * narrow
    assert button.sizeHint().height() == 80


def test_a_button_without_room_sets_its_word_smaller_and_never_cuts_it(
    qtbot: QtBot, theme: Theme, monkeypatch: pytest.MonkeyPatch
) -> None:
    button = Button(theme, "Start routine", kind=ButtonKind.PRIMARY, icon="play")
    qtbot.addWidget(button)
    theme.set_text_percent(200)
    widths: list[int] = []
    draw = QPainter.drawText

    def measure_and_draw(painter: QPainter, *told: Any) -> Any:
        widths.append(painter.fontMetrics().horizontalAdvance(str(told[-1])))
        return draw(painter, *told)

    monkeypatch.setattr(QPainter, "drawText", measure_and_draw)
    for width in (button.sizeHint().width(), button.minimumSizeHint().width()):
        button.resize(width, button.sizeHint().height())
        button.grab()
    assert widths[1] < widths[0]
    assert button.sizeHint().width() - widths[0] + widths[1] <= button.minimumSizeHint().width()


def test_bold_words_are_read_without_their_stars(qtbot: QtBot, theme: Theme) -> None:
    words = Text(theme, "**Not for now** with a new hip.")
    qtbot.addWidget(words)
    assert words.text() == "Not for now with a new hip."


def test_words_wrap_and_grow_downwards(qtbot: QtBot, theme: Theme) -> None:
    words = Text(theme, "one two three four five six seven eight nine ten")
    qtbot.addWidget(words)
    assert words.heightForWidth(1000) == 22
    assert words.heightForWidth(80) >= 4 * 22


def test_answers_exclude_each_other_and_say_their_sentence(qtbot: QtBot, theme: Theme) -> None:
    flat = AnswerCard(theme, "Flat", key="flat")
    gap = AnswerCard(theme, "Small gap", "fits one or two fingers", key="gap")
    window = window_with(qtbot, flat, gap)
    flat.click()
    gap.click()
    assert window.isVisible()
    assert not flat.isChecked()
    assert gap.accessibleName() == "Small gap, fits one or two fingers"
    assert gap.height() >= 64


def test_arrows_move_between_answers_and_space_chooses(qtbot: QtBot, theme: Theme) -> None:
    cards = [AnswerCard(theme, word, key=word) for word in ("one", "two")]
    window = window_with(qtbot, *cards)
    assert window.isActiveWindow()
    cards[0].setFocus()
    qtbot.keyClick(cards[0], Qt.Key.Key_Down)
    assert window.focusWidget() is cards[1]
    assert not cards[1].isChecked()
    qtbot.keyClick(cards[1], Qt.Key.Key_Space)
    assert cards[1].isChecked()


def test_a_tick_grows_with_its_words(qtbot: QtBot, theme: Theme) -> None:
    card = TickCard(theme, "a long question " * 12, key="x")
    qtbot.addWidget(card)
    assert card.heightForWidth(300) > card.heightForWidth(2000)


def test_a_choice_is_told_by_its_key(qtbot: QtBot, theme: Theme) -> None:
    control = Segmented(theme, [Segment("s", "System"), Segment("d", "Dark")], name="Theme", key="s")
    qtbot.addWidget(control)
    with qtbot.waitSignal(control.chosen) as told:
        control.button("d").click()
    assert told.args == ["d"]
    assert control.key == "d"


def test_a_banner_reads_as_one_sentence(qtbot: QtBot, theme: Theme) -> None:
    banner = Banner(theme, tone=Tone.CAUTION, bold="No sound.", sentence="The signs stay.", action="Again")
    qtbot.addWidget(banner)
    assert banner.accessibleName() == "No sound. The signs stay."


def test_the_ring_takes_the_sides_colour_only_for_work(qtbot: QtBot, theme: Theme) -> None:
    ring = Ring(theme)
    qtbot.addWidget(ring)
    ring.resize(360, 360)
    ring.set_remaining(1.0, "8")
    for working, colour in ((True, "left_line"), (False, "text3")):
        ring.set_phase(side=Side.LEFT, working=working)
        assert ring.grab().toImage().pixelColor(180, 9) == theme.colour(colour)
    assert ring.figures.text() == "8"


def test_columns_stack_when_there_is_no_room(qtbot: QtBot, theme: Theme) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    layout = ColumnsLayout(min_column=200, gap=20)
    page.setLayout(layout)
    for word in ("one", "two", "three"):
        layout.addWidget(Text(theme, word))
    assert layout.heightForWidth(700) == 22
    assert layout.heightForWidth(300) == 3 * 22 + 2 * 20


def test_a_sheet_keeps_the_keyboard_inside_and_gives_it_back(qtbot: QtBot, theme: Theme) -> None:
    outside = Button(theme, "Outside")
    window = window_with(qtbot, outside)
    outside.setFocus()
    sheet = Sheet(theme, title="Stop the session?", width=480)
    first = sheet.add_button("Stay")
    second = sheet.add_button("Stop")
    sheet.open_over(window)
    assert window.focusWidget() is first
    qtbot.keyClick(first, Qt.Key.Key_Tab)
    assert window.focusWidget() is second
    qtbot.keyClick(second, Qt.Key.Key_Tab)
    assert window.focusWidget() is first
    with qtbot.waitSignals([sheet.dismissed, sheet.closed]):
        qtbot.keyClick(first, Qt.Key.Key_Escape)
    assert window.focusWidget() is outside


def test_a_sheet_is_never_larger_than_the_window(qtbot: QtBot, theme: Theme) -> None:
    theme.set_text_percent(200)
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(900, 600)
    window.show()
    sheet = Sheet(theme, title="Please get medical help now", tone=Tone.STOP)
    for _ in range(12):
        sheet.body.addWidget(Text(theme, "Do not drive yourself. Ask someone to stay with you."))
    button = sheet.add_button("I understand")
    sheet.open_over(window)
    place = button.mapTo(window, button.rect().bottomRight())
    assert place.x() < 900
    assert place.y() < 600


def test_nothing_shows_itself_as_a_window_of_its_own_while_it_is_made(qtbot: QtBot, theme: Theme) -> None:
    made = [
        Banner(theme, tone=Tone.INFO, bold="One.", sentence="Two.", action="Three"),
        Sheet(theme, title="One", sentence="Two", tone=Tone.STOP),
        Row(theme, "One", None, caption="Two"),
    ]
    for widget in made:
        qtbot.addWidget(widget)
    assert not QGuiApplication.topLevelWindows()


@pytest.mark.parametrize("side", [Side.LEFT, Side.RIGHT, Side.BOTH])
def test_the_word_of_a_wide_tag_stands_in_its_middle(qtbot: QtBot, theme: Theme, side: Side) -> None:
    tag = SideTag(theme, side, height=52, min_width=300)
    qtbot.addWidget(tag)
    tag.resize(tag.sizeHint())
    picture = tag.grab().toImage()
    ground = picture.pixelColor(picture.width() // 2, 4)
    inked = [
        x
        for x in range(30, picture.width() - 30)
        if any(picture.pixelColor(x, y) != ground for y in range(10, picture.height() - 10))
    ]
    point = 52 * (0.52 - 0.33) * picture.devicePixelRatio()
    middle = (picture.width() + {Side.LEFT: point, Side.RIGHT: -point, Side.BOTH: 0}[side]) / 2
    assert abs((inked[0] + inked[-1]) / 2 - middle) <= 3


def test_a_button_that_went_away_under_the_mouse_is_not_hovered_when_it_comes_back(
    qtbot: QtBot, theme: Theme
) -> None:
    window, page, other = QWidget(), QWidget(), QWidget()
    stack = QStackedLayout(window)
    stack.addWidget(page)
    stack.addWidget(other)
    button = Button(theme, "Put away", kind=ButtonKind.QUIET, parent=page)
    button.set_flush(True)
    neighbour = Button(theme, "Library", kind=ButtonKind.QUIET, parent=page)
    neighbour.move(0, 100)
    window.resize(300, 200)
    qtbot.addWidget(window)
    with qtbot.waitExposed(window):
        window.show()
    away, on_it = window.mapToGlobal(QPoint(250, 180)), window.mapToGlobal(QPoint(20, 15))
    for place in (on_it, away):
        QCursor.setPos(place)
        qtbot.waitUntil(lambda place=place: button.underMouse() is (place is on_it))
    before = page.grab().toImage()

    QCursor.setPos(on_it)
    qtbot.waitUntil(button.underMouse)
    assert page.grab().toImage() != before  # underlined: it can be pressed
    stack.setCurrentWidget(other)
    QCursor.setPos(away)
    stack.setCurrentWidget(page)
    qtbot.wait(1)
    assert not button.underMouse()
    assert page.grab().toImage() == before

    button.setEnabled(False)
    dull = page.grab().toImage()
    QCursor.setPos(on_it)
    qtbot.waitUntil(button.underMouse)
    assert page.grab().toImage() == dull  # nothing to press, nothing to underline
    QCursor.setPos(away)
