"""What holds for the project as a whole: its layers, its files, its locks, its assets and its map."""

import ast
import re
import subprocess
import sys
from fnmatch import fnmatchcase
from pathlib import Path

import make_map
import make_resources
import pytest
from PySide6.QtCore import QFile, QResource
from PySide6.QtGui import QFont, QFontDatabase, QFontInfo
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QApplication

ROOT = Path(__file__).resolve().parent.parent
SOURCE = ROOT / "src" / "supple"
MODULES = sorted(path for path in SOURCE.rglob("*.py") if "__pycache__" not in path.parts)

BLOCKED = """
import importlib, pkgutil, sys

packages, blocked = (words.split(",") for words in sys.argv[1:])

class Blocker:
    def find_spec(self, name, path=None, target=None):
        if name in blocked or name.partition(".")[0] in blocked:
            raise ImportError(name + " is not for " + ", ".join(packages))

sys.meta_path.insert(0, Blocker())
for package in packages:
    root = importlib.import_module(package)
    for module in pkgutil.walk_packages(root.__path__, package + "."):
        importlib.import_module(module.name)
"""


def project_files() -> list[Path]:
    """Every file that git has or would take."""
    listed = subprocess.run(
        ["git", "ls-files", "--cached", "--others", "--exclude-standard", "-z"],
        cwd=ROOT,
        capture_output=True,
        check=True,
        text=True,
    ).stdout
    return [path for name in listed.split("\0") if name and (path := ROOT / name).is_file()]


def named(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


@pytest.mark.parametrize(
    ("packages", "blocked"),
    [
        ("supple.domain,supple.services", "PySide6,shiboken6,sqlalchemy,alembic,msgspec,platformdirs"),
        ("supple.play,supple.desktop", "PySide6.QtWidgets,sqlalchemy,alembic,msgspec"),
    ],
    ids=[
        "the core without Qt and without a database",
        "what plays and what asks the desktop without a widget",
    ],
)
def test_parts_are_imported_without_what_they_may_not_know(packages: str, blocked: str) -> None:
    result = subprocess.run(
        [sys.executable, "-c", BLOCKED, packages, blocked],
        cwd=ROOT / "src",
        capture_output=True,
        text=True,
        timeout=60,
    )
    assert result.returncode == 0, result.stderr


@pytest.mark.parametrize("module", MODULES, ids=named)
def test_a_module_opens_with_a_sentence_and_stays_below_400_lines(module: Path) -> None:
    text = module.read_text(encoding="utf-8")
    assert ast.get_docstring(ast.parse(text)), "no docstring"
    assert text.count("\n") <= 400


def test_a_module_that_is_named_in_a_string_is_there() -> None:
    names = {
        (named(path), name)
        for path in MODULES
        for name in re.findall(r'"(supple(?:\.[a-z_]+){2,})"', path.read_text(encoding="utf-8"))
    }
    gone = {
        (path, name)
        for path, name in names
        if not Path(SOURCE.parent, *name.split(".")).is_dir()
        and not Path(SOURCE.parent, *name.split(".")).with_suffix(".py").is_file()
    }
    assert names
    assert gone == set()


def test_no_signal_is_connected_to_a_lambda_or_a_partial() -> None:
    connected = re.compile(r"\.connect\(\s*(?:lambda\b|(?:functools\.)?partial\b)")
    assert [named(path) for path in MODULES if connected.search(path.read_text(encoding="utf-8"))] == []


def test_no_source_hides_a_mistake() -> None:
    hidden = re.compile(r"except Exception\b|except:|\bTODO\b|\bFIXME\b")
    found = {}
    for path in MODULES:
        lines = path.read_text(encoding="utf-8").splitlines()
        hits = [line.strip() for line in lines if hidden.search(line)]
        if hits:
            found[named(path)] = hits
    assert found == {}


def test_only_the_theme_sets_a_style_sheet() -> None:
    setters = [named(path) for path in MODULES if ".setStyleSheet(" in path.read_text(encoding="utf-8")]
    assert set(setters) <= {"src/supple/ui/kit/theme.py"}


def test_every_module_has_its_sentence_in_the_map() -> None:
    assert make_map.PAGE.read_text(encoding="utf-8") == make_map.page_text(), "run packaging/make_map.py"


def test_every_asset_has_its_origin_and_licence() -> None:
    text = (ROOT / "assets" / "CREDITS.md").read_text(encoding="utf-8")
    patterns = re.findall(r"^\| `([^`]+)` \|", text, re.MULTILINE)
    assets = [
        path.relative_to(ROOT / "assets").as_posix()
        for path in project_files()
        if path.is_relative_to(ROOT / "assets")
    ]
    assert [name for name in assets if not any(fnmatchcase(name, pattern) for pattern in patterns)] == []


def test_the_list_of_resources_names_exactly_the_assets_that_ship() -> None:
    assert make_resources.QRC.read_text(encoding="utf-8") == make_resources.qrc_text(), (
        "run packaging/make_resources.py"
    )


def test_the_locks_name_versions_and_hashes_and_no_address() -> None:
    locks = sorted((ROOT / "requirements").glob("*.lock"))
    assert [path.name for path in locks] == ["app.lock", "packaging.lock", "studio.lock", "test.lock"]
    for path in locks:
        for requirement in path.read_text(encoding="utf-8").replace("\\\n", " ").splitlines():
            assert re.match(r"[\w.-]+==[\w.]+ ", requirement), f"{path.name}: {requirement[:80]}"
            assert "--hash=sha256:" in requirement, f"{path.name}: {requirement[:80]}"
            assert "://" not in requirement


def test_the_tests_run_with_the_very_versions_that_ship() -> None:
    pins = {
        name: set(
            re.findall(r"^\S+==\S+", (ROOT / "requirements" / f"{name}.lock").read_text(), re.MULTILINE)
        )
        for name in ("app", "test")
    }
    assert pins["app"] <= pins["test"]


def test_no_file_names_a_package_registry() -> None:
    registry = re.compile(
        "|".join(
            [r"pypi\.(org|python)", r"pythonhosted", r"npmjs\.", r"deb\.debian", r"(extra-)?index-url\s*="]
        )
    )
    exempt = {Path(__file__).resolve()}
    found = []
    for path in project_files():
        if path.resolve() in exempt or path.suffix in {
            ".webp",
            ".png",
            ".ttf",
            ".wav",
            ".blend",
            ".npz",
            ".db",
        }:
            continue
        if registry.search(path.read_text(encoding="utf-8", errors="replace")):
            found.append(named(path))
    assert found == []


def test_the_resource_file_is_not_compressed_so_that_it_can_be_mapped(resources: Path) -> None:
    assert resources.stat().st_size > sum(
        (ROOT / name).stat().st_size
        for name in re.findall(r">([^<>]+)</file>", make_resources.QRC.read_text(encoding="utf-8"))
    )
    for font in ("Regular", "Medium", "SemiBold", "Bold"):
        assert (
            QResource(f":/fonts/Inter-{font}.ttf").compressionAlgorithm()
            == QResource.Compression.NoCompression
        )


def test_inter_is_there_in_the_four_weights(qapp: QApplication) -> None:
    assert qapp.font().family() == "Inter"
    assert QFontDatabase.hasFamily("Inter")
    for weight in (QFont.Weight.Normal, QFont.Weight.Medium, QFont.Weight.DemiBold, QFont.Weight.Bold):
        font = QFont("Inter", 12)
        font.setWeight(weight)
        assert QFontInfo(font).weight() == weight.value
        assert QFontInfo(font).family() == "Inter"


def test_every_icon_takes_the_colour_of_the_theme(resources: Path) -> None:
    icons = sorted((ROOT / "assets" / "icons").glob("*.svg"))
    assert len(icons) > 40
    for path in icons:
        file = QFile(f":/icons/{path.name}")
        assert file.open(QFile.OpenModeFlag.ReadOnly)
        data = bytes(file.readAll().data())
        assert QSvgRenderer(data).isValid(), path.name
        assert path.name == "supple.svg" or b"currentColor" in data, path.name
