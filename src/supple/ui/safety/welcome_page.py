"""The first page there is: whom Supple is for, in three sentences beside a picture, and the question of age."""

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QLinearGradient, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from supple.domain.safety_text import SafetyContent
from supple.domain.side import Side
from supple.ui.figure.pictures import Pictures
from supple.ui.figure.stage import Stage
from supple.ui.kit.button import Button, ButtonKind, Size
from supple.ui.kit.dialog_page import LEAST
from supple.ui.kit.flow_layout import FlowLayout
from supple.ui.kit.icons import IconView, icon_pixmap
from supple.ui.kit.page import NARROW_WINDOW, NO_LIMIT
from supple.ui.kit.reader import Told, tell
from supple.ui.kit.sheet import Sheet
from supple.ui.kit.sign_list import SignList
from supple.ui.kit.text import Text
from supple.ui.kit.theme import LARGE_TEXT, TextRole, Theme
from supple.ui.safety.safety_page import READING

PICTURE = "a3_half_kneeling_hip_flexor"
WIDE_SHARE, NARROW_SHARE = 44, 36  # of a hundred, for the picture
STACKED_BELOW = 640
TOP_PICTURE = 200
BADGE, MARK = 40, 44


class WelcomePage(QWidget):
    """`age_told` carries whether the person is an adult; the whole text is one press away."""

    age_told = Signal(bool)

    def __init__(
        self,
        theme: Theme,
        content: SafetyContent,
        pictures: Pictures | None,
        *,
        for_someone_else: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._safety = content
        self._room = 0  # for banners
        self._picture = _Picture(theme, pictures)
        self._side = QWidget()
        self._words = QWidget()
        self._scroll = QScrollArea()
        self._title = Text(
            theme,
            self.tr("Someone else") if for_someone_else else self.tr("Welcome to Supple"),
            role=TextRole.DISPLAY,
        )
        self._only_once = Text(
            theme,
            self.tr(
                "For one session that is not recorded. These answers are not kept, and those of the person "
                "whose folder this is stay as they are."
            ),
            role=TextRole.LEAD,
        )
        self._not_reviewed = Text(theme, content.not_reviewed, tone="text2")
        self.adult = Button(theme, self.tr("I am 18 or older"), kind=ButtonKind.PRIMARY, size=Size.HERO)
        self.minor = Button(theme, self.tr("I am under 18"), size=Size.HERO)
        self.whole_text = Button(theme, self.tr("The whole text"), kind=ButtonKind.QUIET)
        self.not_now = Button(theme, self.tr("Not now"), kind=ButtonKind.QUIET, parent=self)
        self._for_someone_else = for_someone_else
        self.not_now.setVisible(for_someone_else)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._column = QVBoxLayout(self._words)
        self._foot = FlowLayout(gap=16, line_gap=8)

        self.setAccessibleName(self._title.text())
        for ground in (self, self._side, self._words):
            ground.setProperty("role", "page")
        self._build()
        self.leave_room(0)
        self._arrange()

        self.adult.clicked.connect(self._say_adult)
        self.minor.clicked.connect(self._say_minor)
        self.whole_text.clicked.connect(self._open_whole_text)
        theme.changed.connect(self._arrange)

    @property
    def statements(self) -> tuple[str, ...]:
        """What stands beside the picture."""
        return (*(text.text() for text in self._words.findChildren(Text)),)

    @property
    def room_for_banners(self) -> int:
        """What stands over the answers, but for a line or two."""
        return self._scroll.height() + self._room - self._theme.px(LEAST)

    def leave_room(self, px: int) -> None:
        """Begin so many pixels lower; the answers stay where they are."""
        self._room = px
        self._row.setContentsMargins(0, px, 0, 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the picture its share."""
        super().resizeEvent(event)
        self._arrange()

    def _build(self) -> None:
        title = QHBoxLayout()
        title.setSpacing(16)
        title.addWidget(_Mark(), 0, Qt.AlignmentFlag.AlignVCenter)
        title.addWidget(self._title, 1)
        self._column.addStretch(1)
        self._column.addLayout(title)
        self._column.addWidget(self._only_once)
        self._only_once.setVisible(self._for_someone_else)  # before it has its place it would be a window
        for icon, words in zip(("person-standing", "ruler", "lock"), self._safety.statements, strict=True):
            self._column.addWidget(_Statement(self._theme, icon, words))
        self._column.addWidget(self._not_reviewed)
        if self._for_someone_else:  # its place in the foot is taken
            self.whole_text.set_flush(flush=True)
            self._column.addWidget(self.whole_text, 0, Qt.AlignmentFlag.AlignLeft)
        self._column.addStretch(1)
        self._scroll.setWidget(self._words)
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        last = self.not_now if self._for_someone_else else self.whole_text
        for button in (self.adult, self.minor, last):
            self._foot.addWidget(button)
        side = QVBoxLayout(self._side)
        side.setContentsMargins(0, 0, 0, 0)
        side.setSpacing(0)
        side.addWidget(self._scroll, 1)
        side.addLayout(self._foot)
        self._row.setSpacing(0)
        self._row.addWidget(self._picture)
        self._row.addWidget(self._side)
        self.setFocusProxy(self.adult)

    def _arrange(self) -> None:
        stacked = self._theme.scale >= LARGE_TEXT or self.width() < STACKED_BELOW
        narrow = self.width() < NARROW_WINDOW
        share = NARROW_SHARE if narrow else WIDE_SHARE
        direction = QBoxLayout.Direction.TopToBottom if stacked else QBoxLayout.Direction.LeftToRight
        margin = 24 if narrow or stacked else 56
        if stacked:
            self._picture.setFixedHeight(min(TOP_PICTURE, self.height() // 4))
            self._picture.setMaximumWidth(NO_LIMIT)
            self._picture.setMinimumWidth(0)
        else:
            self._picture.setMaximumHeight(NO_LIMIT)
            self._picture.setMinimumHeight(0)
            self._picture.setFixedWidth(self.width() * share // 100)
        self._picture.set_stacked(stacked)
        self._row.setDirection(direction)
        self._words.setMaximumWidth(self._theme.px(READING) + 2 * margin)
        self._column.setContentsMargins(margin, 24, margin, 24)
        self._column.setSpacing(16 if narrow or stacked else 24)
        self._foot.setContentsMargins(margin, 12, margin, 24 if narrow or stacked else 48)
        size = Size.LARGE if narrow or stacked else Size.HERO
        for button in (self.adult, self.minor):
            button.set_size(size)
        for quiet in (self.whole_text, self.not_now):
            quiet.set_size(size)

    def _say_adult(self) -> None:
        adult = True
        self.age_told.emit(adult)

    def _say_minor(self) -> None:
        adult = False
        self.age_told.emit(adult)

    def _open_whole_text(self) -> None:
        sheet = WholeTextSheet(self._theme, self._safety)
        sheet.open_over(self.window())


class WholeTextSheet(Sheet):
    """All that is said before the first start."""

    def __init__(self, theme: Theme, content: SafetyContent, *, parent: QWidget | None = None) -> None:
        super().__init__(theme, title=content.welcome_title, sentence=content.welcome_lead, parent=parent)
        self.body.addWidget(SignList(theme, content.welcome_points, tone="accent_text"))
        self.body.addWidget(Text(theme, content.not_reviewed))
        self.body.addWidget(Text(theme, content.disclaimer, tone="text2"))
        close = self.add_button(self.tr("Close"))
        close.clicked.connect(self.close_sheet)
        self.closed.connect(self.deleteLater)


class _Picture(QWidget):
    """Somebody stretching, on the stage's ground to the edges of the window."""

    def __init__(self, theme: Theme, pictures: Pictures | None, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._stacked = False
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        if pictures is not None:
            stage = Stage(theme, pictures, framed=False)
            stage.show_still(PICTURE, "card", side=Side.BOTH, alt=self.tr("A person stretching on a mat."))
            layout.addWidget(stage)

        theme.changed.connect(self.update)

    def set_stacked(self, stacked: bool) -> None:
        """Stand above the words instead of beside them."""
        self._stacked = stacked
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The stage's gradient, and a line towards the words."""
        painter = QPainter(self)
        rect = QRectF(self.rect())
        inner = rect.adjusted(0.5, 0.5, -0.5, -0.5)
        ground = QLinearGradient(rect.topLeft(), rect.bottomLeft())
        ground.setColorAt(0, self._theme.colour("stage1"))
        ground.setColorAt(1, self._theme.colour("stage2"))
        painter.fillRect(rect, ground)
        painter.setPen(QPen(self._theme.colour("line"), 1))
        end = inner.bottomLeft() if self._stacked else inner.topRight()
        painter.drawLine(end, inner.bottomRight())


class _Statement(QWidget):
    """An icon on a round ground, and what is said."""

    def __init__(self, theme: Theme, icon: str, words: str, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(16)
        layout.addWidget(_Badge(theme, icon), 0, Qt.AlignmentFlag.AlignTop)
        layout.addWidget(Text(theme, words, role=TextRole.LEAD), 1)


class _Badge(QWidget):
    """An icon on a round ground."""

    def __init__(self, theme: Theme, icon: str, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._adapt()
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(IconView(theme, icon, size=20, tone="accent_text"), 0, Qt.AlignmentFlag.AlignCenter)

        theme.changed.connect(self._adapt)

    def _adapt(self) -> None:
        size = self._theme.icon_px(BADGE)
        self.setFixedSize(size, size)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The ground."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.colour("accent_soft"))
        painter.drawEllipse(self.rect())


class _Mark(QWidget):
    """Supple's own icon."""

    def __init__(self, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedSize(MARK, MARK)
        tell(self, Told.DECORATION)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw it in its own colours."""
        pixmap = icon_pixmap("supple", size=MARK, colour="#000000", ratio=self.devicePixelRatioF())
        QPainter(self).drawPixmap(0, 0, pixmap)
