"""What the tests of the interface share."""

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication

from supple.ui.kit.theme import Scheme, Theme


@pytest.fixture
def theme(qapp: QApplication) -> Iterator[Theme]:
    """A light theme at 100 % without motion, gone with its test."""
    theme = Theme(qapp, scheme=Scheme.LIGHT, reduced_motion=True)
    yield theme
    theme.deleteLater()
