"""The shared fixtures: a test that logs a warning, or leaves a timer or a window behind, is told so."""

import gc
import os
import subprocess
import sys
from pathlib import Path

from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

ROOT = Path(__file__).resolve().parent.parent

CARELESS = """
import logging
import os

import pytest
from PySide6.QtCore import Qt, QTimer, qWarning
from PySide6.QtWidgets import QDialog, QPushButton

kept = []


def test_logs_a_warning(): logging.getLogger("supple").warning("the disk is full")


@pytest.mark.expected_log("disk is full")
def test_logs_an_announced_warning(): logging.getLogger("supple").warning("the disk is full")


def test_lets_qt_complain(qtbot): qWarning("layout")


def test_leaves_a_timer(qapp):
    kept.append(QTimer())
    kept[-1].start(50_000)


def test_leaves_a_dialog(qapp): kept.append(QDialog())


def test_keeps_the_mouse_down(qtbot):
    button = QPushButton()
    qtbot.addWidget(button)
    qtbot.mouseDClick(button, Qt.MouseButton.LeftButton)


def test_hands_its_dialog_over(qtbot): qtbot.addWidget(QDialog())


def test_frees_its_dialog(qapp): QDialog().show()


def test_has_a_home_of_its_own(tmp_path): assert os.environ["HOME"] == str(tmp_path / "home")
"""


def test_what_a_careless_test_leaves_behind_fails_it(tmp_path: Path) -> None:
    (tmp_path / "test_careless.py").write_text(CARELESS, encoding="utf-8")
    options = [
        "-c",
        ROOT / "pyproject.toml",
        "--confcutdir",
        tmp_path,
        "--basetemp",
        tmp_path / "base",
        "-rA",
    ]
    plugins = ["-p", "tests.conftest", "-p", "no:cacheprovider", "-p", "no:randomly"]
    result = subprocess.run(
        [sys.executable, "-m", "pytest", *options, *plugins, tmp_path],
        cwd=ROOT,
        env=os.environ | {"PYTHONPATH": os.pathsep.join([str(ROOT), str(ROOT / "packaging")])},
        capture_output=True,
        text=True,
        timeout=60,
    )
    outcomes = {
        line.split("::")[1].split(" ")[0]: line.split(" ")[0]
        for line in result.stdout.splitlines()
        if line.startswith(("PASSED", "FAILED", "ERROR")) and "::" in line
    }
    assert outcomes == {
        "test_logs_a_warning": "ERROR",
        "test_logs_an_announced_warning": "PASSED",
        "test_lets_qt_complain": "FAILED",
        "test_leaves_a_timer": "ERROR",
        "test_leaves_a_dialog": "ERROR",
        "test_keeps_the_mouse_down": "ERROR",
        "test_hands_its_dialog_over": "PASSED",
        "test_frees_its_dialog": "PASSED",
        "test_has_a_home_of_its_own": "PASSED",
    }, result.stdout + result.stderr


def test_what_was_given_to_qtbot_is_held_until_it_was_closed(qtbot: QtBot) -> None:
    gone: list[bool] = []

    def note_it() -> None:
        gone.append(True)

    def make() -> None:
        page = QWidget()
        page.itself = page
        page.destroyed.connect(note_it)
        qtbot.addWidget(page)

    make()
    gc.collect()
    assert gone == []
