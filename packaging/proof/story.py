"""What a person does with the installed program, by keyboard alone: check, one set, export, a second start, a restart.

usage: story.py first|upgraded|plain|portal OUT FRAME_BUFFER
Runs inside a session with a window manager and a D-Bus of its own; exits with 1 and a sentence when something is amiss.
"""

import csv
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

from keyboard import Keyboard, NotThereError
from screen import brightness

HOME = Path.home()
DATA = Path(os.environ.get("XDG_DATA_HOME", HOME / ".local/share")) / "supple"
TOUCHES = {"left": ["Clearly lifted", "Clearly lifted"], "right": ["Flat", "Flat"]}
MOST_PAGES = 40
USUAL_NAME = "The three hip stretches"


class Story:
    """The steps, and what was pressed in them."""

    def __init__(self, out: Path, frame_buffer: Path) -> None:
        self._out = out
        self._frame_buffer = frame_buffer
        self._hand = Keyboard(out / "pictures", frame_buffer)
        self._sets_done = 0

    def first(self) -> None:
        """Everything, from an empty home folder."""
        self.start()
        self.answer_safety()
        self.check_hips()
        self.train()
        self.start_again()
        self.cut_short_and_go_on()
        self.export(self._out / "csv")
        self.compare(self._out / "csv")
        self.close()
        self.begin_by_action()

    def plain(self) -> None:
        """From an empty home folder to Today, and out again."""
        self.start()
        self.answer_safety()
        self.close()

    def upgraded(self) -> None:
        """With the history of an older version: it is shown and exported whole."""
        self.start()
        hand = self._hand
        hand.wait(
            lambda: hand.sees("Start routine") or hand.sees("Not now"), "Today, or questions that are new"
        )
        if hand.sees("Not now"):
            hand.press("Not now")
        hand.see("Start routine")
        self.export(self._out / "csv")
        sides = [row["side"] for row in rows(self._out / "csv/sets.csv") if row["outcome"] == "completed"]
        expect(
            sides.count("left") == sides.count("right") == 18,
            f"the old history holds {len(sides)} sets, not 36",
        )
        self.close()

    def portal(self) -> None:
        """With a history and a desktop that has a portal: dark when the desktop is, and its dialog for files."""
        sign, folder = self._out / "dark", self._out / "chosen"
        folder.mkdir(parents=True)
        portal = subprocess.Popen(
            [sys.executable, str(Path(__file__).with_name("portal.py")), str(folder), str(sign)]
        )
        try:
            self.start()
            self._hand.see("Last findings")
            self.turns(dark=False)
            sign.touch()
            self.turns(dark=True)
            sign.unlink()
            self.turns(dark=False)
            self._hand.press("Progress")
            self._hand.press("Export CSV")
            self._hand.wait(lambda: (folder / "sets.csv").exists(), "the CSV files where the portal said")
            self.close()
        finally:
            portal.terminate()

    def turns(self, *, dark: bool) -> None:
        """The window is that way, or becomes so at once."""
        name = "dark" if dark else "light"
        self._hand.wait(
            lambda: (brightness(self._frame_buffer) < 100) is dark, f"a {name} window", patience_s=10
        )
        self._hand.keep_picture(name)

    def start(self) -> None:
        """From the desktop entry, as a menu does."""
        subprocess.run(["gtk-launch", "supple"], check=True)
        self._hand.wait(lambda: bool(windows()), "Supple's window")
        self._hand.wait(lambda: bool(self._hand.names()), "Supple for screen readers")
        time.sleep(1)
        self._hand.keep_picture("started")

    def answer_safety(self) -> None:
        """The questions of the first start."""
        hand = self._hand
        hand.press("I am 18 or older")
        for group in range(1, 4):
            hand.see(f"Safety questions, {group} of 3")
            hand.press("None of these")
        hand.see("Start routine")

    def check_hips(self) -> None:
        """Both hips: the left may be limited, the right rests down."""
        hand = self._hand
        hand.press("Start self-test")
        touches = {side: list(words) for side, words in TOUCHES.items()}
        for _page in range(MOST_PAGES):
            time.sleep(0.2)
            names = hand.names()
            if any(name.startswith("Keep for later") for name in names):
                break
            if any(name.startswith("Clearly lifted") for name in names):
                side = next(
                    side for side in TOUCHES if side.capitalize() in " ".join(names) and touches[side]
                )
                hand.press(touches[side].pop(0))
            elif any(name == "Not sure" for name in names):
                hand.press("Yes")
            elif any(name.split(",")[0] == "No" for name in names):
                hand.press("No")
            else:
                hand.press("Continue")  # an answer goes on by itself
            time.sleep(0.4)
        hand.press("Keep for later")
        hand.see("Start routine")

    def train(self) -> None:
        """One set to its end, then stop; the first "Get ready" asks about sound, which the recorder listens to."""
        hand = self._hand
        self.begin_stretches()
        hand.press("Yes, I heard it")
        self.hold("Left")
        hand.press("Stop")
        hand.press("Stop here")
        hand.press("Done")
        hand.see("Start routine")

    def begin_stretches(self) -> None:
        """The routine that the story counts on, whatever Today offers after the check."""
        hand = self._hand
        hand.press("Start routine" if hand.sees(USUAL_NAME) else f"Rather: {USUAL_NAME}")
        hand.press("Begin session")

    def hold(self, side: str) -> None:
        """One set of 10 s on `side`, from before its beginning to after its end."""
        sign = f"{side} side, hold"
        self._hand.see(sign, patience_s=60)
        self._hand.keep_picture(sign)
        self._hand.wait(lambda: not self._hand.sees(sign), "the end of the hold")
        self._sets_done += 1

    def start_again(self) -> None:
        """The second start shows the first window again, from behind another one."""
        other = subprocess.Popen(["xdotool", "version"], stdout=subprocess.DEVNULL)
        other.wait()
        window = windows()[0]
        curtain = subprocess.Popen(["xmessage", "-geometry", "1200x800+20+20", "Somebody else's window"])
        self._hand.wait(lambda: active_window() not in ("", window), "the other window in front")
        self._hand.keep_picture("behind another window")
        subprocess.run(["gtk-launch", "supple"], check=True)
        self._hand.wait(lambda: active_window() == window, "Supple's window as the active one")
        self._hand.keep_picture("in front again")
        expect(windows() == [window], "a second window was opened")
        curtain.terminate()
        curtain.wait()

    def cut_short_and_go_on(self) -> None:
        """Logging out in the middle of a session: SIGTERM, a new start, and the next set."""
        hand = self._hand
        self.begin_stretches()
        self.hold("Left")
        hand.keep_picture("before logging out")
        (process,) = processes()
        os.kill(process, signal.SIGTERM)
        hand.wait(lambda: not processes(), "the end of Supple")
        self.start()
        hand.press("Go on")
        self.hold("Right")
        hand.press("Stop")
        hand.press("Stop here")
        hand.press("Done")
        hand.see("Start routine")

    def export(self, folder: Path) -> None:
        """By the button in Progress and the dialog that asks where."""
        hand = self._hand
        folder.mkdir(parents=True)
        hand.press("Progress")
        hand.press("Export CSV")
        hand.see("Export here")
        hand.keep_picture("where to")
        hand.key("ctrl+a")
        hand.type(str(folder))
        hand.press("Export here")
        hand.wait(lambda: (folder / "sets.csv").exists(), "the CSV files")
        hand.keep_picture("exported")

    def compare(self, folder: Path) -> None:
        """The files against what was pressed."""
        sets = [row for row in rows(folder / "sets.csv") if row["outcome"] == "completed"]
        expect(
            len(sets) == self._sets_done, f"sets.csv holds {len(sets)} completed sets, not {self._sets_done}"
        )
        expect(
            [row["side"] for row in sets] == ["left", "left", "right"],
            f"the sides are {[r['side'] for r in sets]}",
        )
        expect(all(float(row["held_s"]) == 10.0 for row in sets), "a set was not held for its 10 s")
        sessions = rows(folder / "sessions.csv")
        expect(
            [row["outcome"] for row in sessions] == ["stopped", "stopped"], f"sessions.csv holds {sessions}"
        )
        found = {(row["side"], row["finding"]) for row in rows(folder / "self-tests.csv") if row["finding"]}
        expect(found == {("left", "limited"), ("right", "below")}, f"self-tests.csv holds {sorted(found)}")

    def begin_by_action(self) -> None:
        """What the menu offers under a right click begins by itself; a check waits for half an hour after a routine."""
        hand = self._hand
        for action, sign in (("self-test", "Leave the check"), ("routine", "Begin session")):
            subprocess.Popen(["sh", "-c", desktop_action(action)])
            hand.wait(lambda: bool(windows()), "Supple's window")
            hand.see(sign)
            hand.keep_picture(f"action {action}")
            self.close()

    def close(self) -> None:
        """By the window manager's key."""
        self._hand.key("alt+F4")
        self._hand.wait(lambda: not processes(), "the end of Supple")


def windows() -> list[str]:
    """Supple's windows that are shown."""
    said = subprocess.run(
        ["xdotool", "search", "--onlyvisible", "--class", "^supple$"],
        capture_output=True,
        text=True,
        check=False,
    )
    return sorted(said.stdout.split())


def active_window() -> str:
    """_NET_ACTIVE_WINDOW, as a number."""
    return subprocess.run(
        ["xdotool", "getactivewindow"], capture_output=True, text=True, check=False
    ).stdout.strip()


def processes() -> list[int]:
    """Supple's own processes, without the helper for sound."""
    found = []
    for folder in Path("/proc").iterdir():
        if not folder.name.isdigit():
            continue
        try:
            words = (folder / "cmdline").read_bytes().split(b"\0")
            program = (folder / "exe").readlink().as_posix()
        except OSError:
            continue
        if program.endswith("/supple/supple") and b"sound-helper" not in words:
            found.append(int(folder.name))
    return found


def desktop_action(name: str) -> str:
    """The command of an action of the desktop entry."""
    folders = [DATA.parent, Path("/usr/share")]
    entry = next(f for folder in folders if (f := folder / "applications/supple.desktop").exists())
    _, _, part = entry.read_text(encoding="utf-8").partition(f"[Desktop Action {name}]\n")
    return next(line.partition("=")[2] for line in part.splitlines() if line.startswith("Exec="))


def rows(file: Path) -> list[dict[str, str]]:
    """The rows of a CSV file."""
    with file.open(encoding="utf-8-sig", newline="") as lines:
        return list(csv.DictReader(lines))


def expect(holds: bool, complaint: str) -> None:
    """Raise NotThereError when it does not hold."""
    if not holds:
        raise NotThereError(complaint)


def main() -> int:
    """Tell one of the stories."""
    kind, out, frame_buffer = sys.argv[1], Path(sys.argv[2]), Path(sys.argv[3])
    story = Story(out, frame_buffer)
    try:
        getattr(story, kind)()
    except NotThereError as error:
        print(f"story: {error}", file=sys.stderr)
        return 1
    print(f"story: {kind} went well", file=sys.stderr)
    return 0


if __name__ == "__main__":
    sys.exit(main())
