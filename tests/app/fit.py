"""Whether every word in the window can be read whole: measured against what each label and button needs."""

from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QScrollArea, QWidget


def cut_words(window: QWidget) -> list[str]:
    """What is cut or lies outside of what holds it, each with what is wrong; a page may be scrolled up and down."""
    QApplication.processEvents()
    found = []
    for kind in (QLabel, QAbstractButton):
        for widget in window.findChildren(kind):
            if widget.isVisible() and widget.text():
                wrong = _too_small(widget) or _outside(widget, window)
                if wrong:
                    found.append(f"{type(widget).__name__} “{widget.text()}”: {wrong}")
    return found


def _too_small(widget: QLabel | QAbstractButton) -> str:
    needed = widget.minimumSizeHint()
    if widget.width() < needed.width():
        return f"{widget.width()} wide, needs {needed.width()}"
    height = widget.heightForWidth(widget.width()) if widget.hasHeightForWidth() else needed.height()
    if widget.height() < height:
        return f"{widget.height()} high, needs {height}"
    return ""


def _outside(widget: QWidget, window: QWidget) -> str:
    """Follow the widget up to the window; what can be scrolled to is not outside."""
    inner, outer = widget, widget.parentWidget()
    rect = widget.rect()
    while outer is not None and inner is not window:
        rect = rect.translated(inner.pos())
        if rect.left() < 0 or rect.right() >= outer.width():
            return f"from {rect.left()} to {rect.right()} in a {type(outer).__name__} {outer.width()} wide"
        scrolled = isinstance(outer.parentWidget(), QScrollArea)
        if not scrolled and (rect.top() < 0 or rect.bottom() >= outer.height()):
            return (
                f"from {rect.top()} down to {rect.bottom()} in a {type(outer).__name__} {outer.height()} high"
            )
        if scrolled:
            rect.moveTop(0)
            rect.setHeight(1)
        inner, outer = outer, outer.parentWidget()
    return ""
