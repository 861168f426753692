"""Nothing can begin beside the gate: who makes what begins, and that each of them takes a verdict and looks at it."""

import ast
from functools import cache
from pathlib import Path

import pytest

SOURCE = Path(__file__).resolve().parents[1] / "src/supple"

MADE_IN = {
    "SessionPage": {"app/flows/session_flow.py"},
    "SessionPlayer": {"app/flows/session_flow.py"},
    "MediaKeys": {"app/flows/session_flow.py"},
    "CheckSitting": {"app/flows/check_flow.py"},
    "FloorPart": {"app/flows/check_parts.py"},
    "HoldPart": {"app/flows/check_parts.py"},
    "SelfTestPage": {"ui/check/floor_part.py"},
    "HoldPage": {"ui/check/hold_part.py"},
    "StartSheet": {"app/start_offer.py", "app/flows/guest_flow.py"},
    "GentleSheet": {"app/start_offer.py", "app/flows/guest_flow.py"},
    "QPrinter": {"app/flows/paper_flow.py"},
    "QPrintDialog": {"app/flows/paper_flow.py"},
    "RoutineSheet": {"app/flows/paper_flow.py"},
    "Verdict": {"domain/gate.py"},
    "Errand": {
        "app/start_offer.py",
        "app/flows/check_flow.py",
        "app/flows/paper_flow.py",
        "app/flows/proposal_flow.py",
        "app/flows/resume_flow.py",
    },
}
"""What begins something, or says that it may, and the modules that make it."""

SHOWS_FULL = {
    "app/flows/session_flow.py",
    "app/flows/check_choice.py",
    "app/flows/check_sitting.py",
    "app/flows/check_findings.py",
    "app/flows/safety_flow.py",
    "app/flows/guest_flow.py",
    "app/flows/proposal_flow.py",
}
"""Whoever covers the rooms: sessions and checks with a verdict; the safety questions, of someone else too, and what is
proposed without: nothing of it begins before Start.
"""

BEGINS = {
    "app/flows/session_flow.py": {"begin", "begin_unrecorded", "go_on"},
    "app/flows/check_flow.py": {"begin", "_begin_checks"},
    "app/flows/check_sitting.py": {"begin"},
    "app/start_offer.py": {"offer"},
    "app/flows/paper_flow.py": {"_choose_printer", "_choose_file"},
    "app/flows/proposal_flow.py": {"_begin_now"},
    "app/flows/resume_flow.py": {"_begin"},
}
"""The functions that begin something; each looks at its verdict with `admit` before anything else."""


@cache
def modules() -> tuple[tuple[str, ast.Module], ...]:
    paths = sorted(SOURCE.rglob("*.py"))
    return tuple((p.relative_to(SOURCE).as_posix(), ast.parse(p.read_text(encoding="utf-8"))) for p in paths)


def called(tree: ast.AST) -> set[str]:
    """The names that are called anywhere in `tree`."""
    calls = [node.func for node in ast.walk(tree) if isinstance(node, ast.Call)]
    return {f.id for f in calls if isinstance(f, ast.Name)} | {
        f.attr for f in calls if isinstance(f, ast.Attribute)
    }


@pytest.mark.parametrize("name", MADE_IN)
def test_what_begins_something_is_made_where_the_gate_was_asked(name: str) -> None:
    made_in = {path for path, tree in modules() if name in called(tree)}
    assert made_in == MADE_IN[name]


def test_nobody_else_covers_the_rooms() -> None:
    assert {path for path, tree in modules() if "show_full" in called(tree)} == SHOWS_FULL


@pytest.mark.parametrize("path", BEGINS)
def test_whoever_begins_something_looks_at_a_verdict_first(path: str) -> None:
    tree = ast.parse((SOURCE / path).read_text(encoding="utf-8"))
    functions = [node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)]
    with_verdict = {f.name for f in functions if any(a.arg == "verdict" for a in f.args.args)}
    assert with_verdict == BEGINS[path]
    for function in functions:
        if function.name in with_verdict:
            body = function.body[1:] if ast.get_docstring(function) else function.body
            first = body[1] if isinstance(body[0], ast.ImportFrom) else body[0]
            assert isinstance(first, ast.Expr), function.name
            assert called(first) == {"admit"}, function.name


def test_someone_else_asks_the_same_gate() -> None:
    names = [
        (path, node)
        for path, tree in modules()
        for node in ast.walk(tree)
        if isinstance(node, ast.ImportFrom)
    ]
    deciders = {path for path, node in names if any(name.name == "decide" for name in node.names)}
    assert deciders == {"app/gatekeeper.py", "app/flows/guest_flow.py"}


def test_who_makes_an_errand_asks_the_gate_with_it() -> None:
    """What begins something by its errand alone would begin it only when the gate was closed before."""
    for path in MADE_IN["Errand"]:
        tree = ast.parse((SOURCE / path).read_text(encoding="utf-8"))
        assert called(tree) & {"ask", "ask_after_telling"}, path


def test_nobody_but_who_asked_begins_what_the_flows_hold() -> None:
    """A page reaches a session, the check and paper by the ways, each of which asks; `begin` is named nowhere else."""
    begins = {("session", "begin"), ("session", "begin_unrecorded"), ("session", "go_on"), ("start", "offer")}
    users = {
        (path, owner, node.attr)
        for path, tree in modules()
        for node in ast.walk(tree)
        if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Attribute | ast.Name)
        for owner in [
            (node.value.attr if isinstance(node.value, ast.Attribute) else node.value.id).strip("_")
        ]
        if (owner, node.attr) in begins and path.startswith("app/")
    }
    assert users == {
        ("app/start_offer.py", "session", "begin"),
        ("app/flows/guest_flow.py", "session", "begin_unrecorded"),
        ("app/switchboard.py", "session", "go_on"),
    }
