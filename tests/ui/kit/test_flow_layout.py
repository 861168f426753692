"""Layouts that wrap, at the end of their lives: Qt asks them still when Python has let go of what they held."""

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QRect
from PySide6.QtWidgets import QLabel, QLayout, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from supple.ui.kit.flow_layout import ColumnsLayout, FlowLayout

pytestmark = pytest.mark.qt_log_ignore("does not support propagateSizeHints")


@pytest.mark.parametrize("layout", [FlowLayout, lambda: ColumnsLayout(min_column=80, weights=(1, 2))])
def test_a_layout_that_lost_what_it_held_answers_qt_as_an_empty_one(
    qtbot: QtBot, layout: type[QLayout]
) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    outer, wrapping = QVBoxLayout(window), layout()
    outer.addLayout(wrapping)
    labels = [QLabel(f"label {number}") for number in range(3)]
    for label in labels:
        wrapping.addWidget(label)
    window.show()
    vars(wrapping).clear()  # as Python does at its end, or when it collects a circle
    labels[0].setText("a longer one, so that everything is laid out anew")
    labels[1].deleteLater()
    window.resize(320, 240)
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    QCoreApplication.processEvents()
    wrapping.setGeometry(QRect(0, 0, 300, 200))
    assert wrapping.count() == 0
    assert wrapping.itemAt(0) is None
    assert wrapping.takeAt(0) is None
    assert wrapping.heightForWidth(100) == wrapping.heightForWidth(10)
