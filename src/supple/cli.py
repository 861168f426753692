"""The command line: opens the window, or does one thing without it. Nothing heavy is imported before it is needed."""

import argparse
import os
import sys
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path

from supple import __version__
from supple.paths import VARIABLE, DataFolderError, data_folder, prepare

DONE, NOT_DONE = 0, 1
STARTS = ("routine", "self-test")
WHATS = ("sessions", "sets", "self-tests", "pain", "notes", "plan", "all")
SOUND_HELPER = "sound-helper"  # the frozen program starts itself by this word to play cues
SYSTEM_VOICE = "system-voice"  # and by this one to have the person's own words read

Command = Callable[[argparse.Namespace, Path], int]


def main(arguments: Sequence[str] | None = None) -> int:
    """Do what `arguments` ask; the exit code is 0 when done, 1 when it could not be done, 2 for wrong usage."""
    words = list(sys.argv[1:] if arguments is None else arguments)
    if words[:1] == [SOUND_HELPER]:
        from supple.audio.cue_voice import main as help_with_sound

        return help_with_sound(words[1:])
    if words[:1] == [SYSTEM_VOICE]:
        from supple.audio.voice_helper import main as read_aloud

        return read_aloud(words[1:])
    os.umask(0o077)  # health data are for their owner alone, whatever file they end up in
    asked = _parser().parse_args(words)
    folder = data_folder(asked.data_dir, os.environ)
    command: Command = asked.do
    try:
        return command(asked, folder)
    except DataFolderError as error:
        return _refuse(str(error))


def _window(asked: argparse.Namespace, folder: Path) -> int:
    if not _has_screen():
        return _refuse(
            "There is no screen here: start Supple on a desktop, or let it play by itself: supple demo DIR"
        )
    try:
        _prepare(asked, folder)
    except DataFolderError as error:
        from supple.commands.refusal import refuse_in_window

        code = _refuse(str(error))
        refuse_in_window(str(error))
        return code
    from supple.app.start import run

    return run(folder, begin=asked.start)


def _export(asked: argparse.Namespace, folder: Path) -> int:
    from supple.commands.export import export
    from supple.commands.failure import Failure
    from supple.services.export import Days

    try:
        said = export(folder, asked.file, what=asked.what, days=Days(first=asked.first, last=asked.last))
        if said:
            _say(said)
    except Failure as failure:
        return _refuse(str(failure))
    return DONE


def _backup(asked: argparse.Namespace, folder: Path) -> int:
    from supple.commands.failure import Failure
    from supple.commands.keep import backup

    try:
        _say(backup(folder, asked.file))
    except Failure as failure:
        return _refuse(str(failure))
    return DONE


def _restore(asked: argparse.Namespace, folder: Path) -> int:
    from supple.commands.failure import Failure
    from supple.commands.keep import restore_command

    _prepare(asked, folder)
    try:
        _say(restore_command(folder, asked.file))
    except Failure as failure:
        return _refuse(str(failure))
    return DONE


def _doctor(_asked: argparse.Namespace, folder: Path) -> int:
    from supple.commands.doctor import doctor

    return DONE if doctor(folder) else NOT_DONE


def _demo(asked: argparse.Namespace, _folder: Path) -> int:
    from supple.app.demo.demo import run_demo

    return run_demo(asked.out, speed=asked.speed)


def _prepare(asked: argparse.Namespace, folder: Path) -> None:
    prepare(folder, chosen=bool(asked.data_dir or os.environ.get(VARIABLE)))


def _has_screen() -> bool:
    if sys.platform != "linux" or os.environ.get("QT_QPA_PLATFORM"):
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def _say(sentence: str) -> None:
    print(sentence)  # noqa: T201 - the answer of the command


def _refuse(sentence: str) -> int:
    """Say why it could not be done; a windowed build on Windows has no standard error."""
    if sys.stderr is not None:
        print(f"supple: {sentence}", file=sys.stderr)  # noqa: T201 - where docs/EVIDENCE.md 11 wants it
    return NOT_DONE


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise argparse.ArgumentTypeError(f"{text} is not a day: write it like 2026-07-22") from error


def _speed(text: str) -> float:
    try:
        speed = float(text)
    except ValueError:
        speed = 0.0
    if not 0 < speed <= 1000:
        raise argparse.ArgumentTypeError(f"{text} is not a speed: give a number from 1 to 1000")
    return speed


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="supple",
        description="A coach for hips and low backs. Without a command it opens the window.",
        epilog="Exit codes: 0 done, 1 could not be done, 2 wrong usage.",
        allow_abbrev=False,
    )
    parser.add_argument("--version", action="version", version=f"supple {__version__}")
    parser.add_argument("--data-dir", metavar="DIR", help=f"where your data live; the same as {VARIABLE}")
    parser.add_argument(
        "--start", choices=STARTS, default="", help="open the window and begin today's routine or the check"
    )
    parser.set_defaults(do=_window)
    commands = parser.add_subparsers(metavar="COMMAND", title="commands")

    def add(name: str, do: Command, about: str) -> argparse.ArgumentParser:
        command = commands.add_parser(name, help=about, description=about, allow_abbrev=False)
        command.set_defaults(do=do)
        return command

    export = add("export", _export, "Write your history as CSV, for a spreadsheet.")
    export.add_argument("file", metavar="FILE", type=Path, help="the file; a folder or a .zip for all")
    export.add_argument("--what", choices=WHATS, default="sessions", help="which records (default: sessions)")
    export.add_argument(
        "--from", dest="first", metavar="DATE", type=_day, help="the first day, like 2026-07-01"
    )
    export.add_argument("--to", dest="last", metavar="DATE", type=_day, help="the last day")
    backup = add("backup", _backup, "Save all your data in one file.")
    backup.add_argument("file", metavar="FILE", type=Path, help="the file, usually a .zip")
    restore = add("restore", _restore, "Put a backup in place of your data, which are kept beside it.")
    restore.add_argument("file", metavar="FILE", type=Path, help="a file that backup has written")
    add("doctor", _doctor, "Look whether this installation is whole.")
    demo = add("demo", _demo, "Let Supple play its main job by itself.")
    demo.add_argument("out", metavar="OUT_DIR", type=Path, help="where the pictures and the CSV go")
    demo.add_argument(
        "--speed", metavar="N", type=_speed, default=20.0, help="times real speed (default: 20)"
    )
    return parser
