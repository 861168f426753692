"""The session as MPRIS tells it: properties of org.mpris.MediaPlayer2 and its Player, with their D-Bus types."""

import time
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

ROOT = "org.mpris.MediaPlayer2"
PLAYER = "org.mpris.MediaPlayer2.Player"
PATH = "/org/mpris/MediaPlayer2"
MICROSECONDS = 1000  # in a millisecond

Variant = tuple[str, object]
Properties = Mapping[str, Variant]


class MediaCommand(StrEnum):
    """What a media key asks for; the value is the method's name."""

    PLAY = "Play"
    PAUSE = "Pause"
    PLAY_PAUSE = "PlayPause"
    NEXT = "Next"
    PREVIOUS = "Previous"
    STOP = "Stop"
    RAISE = "Raise"


class Playback(StrEnum):
    """PlaybackStatus; a phase that waits for the person is PAUSED: Play ends it."""

    PLAYING = "Playing"
    PAUSED = "Paused"
    STOPPED = "Stopped"


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """Where the session stands at `at_s` of time.monotonic(); what is left now follows from that.

    `phase` is side and phase in words; `number` counts what was shown, so that each has an id of its own.
    """

    playback: Playback
    exercise: str
    phase: str
    session_left_ms: int
    duration_ms: int
    elapsed_ms: int
    number: int
    at_s: float

    @property
    def now_ms(self) -> int:
        """Milliseconds of the phase that have run by now; at most its length."""
        run_ms = round((time.monotonic() - self.at_s) * 1000) if self.playback is Playback.PLAYING else 0
        return min(self.elapsed_ms + run_ms, max(self.duration_ms, self.elapsed_ms))

    @property
    def left_s(self) -> int:
        """Whole seconds left of the phase, as the mat counts them."""
        return max(0, -((self.now_ms - self.duration_ms) // 1000))

    @property
    def session_left_s(self) -> int:
        """Whole seconds left of the session."""
        return max(0, -((self.now_ms - self.elapsed_ms - self.session_left_ms) // 1000))


def root_properties() -> Properties:
    """What never changes."""
    return {
        "CanQuit": ("b", False),
        "CanRaise": ("b", True),
        "HasTrackList": ("b", False),
        "Identity": ("s", "Supple"),
        "DesktopEntry": ("s", "supple"),
        "SupportedUriSchemes": ("as", []),
        "SupportedMimeTypes": ("as", []),
    }


def player_properties(shown: Shown) -> Properties:
    """Status, times and what can be pressed; Position and Metadata are those of this moment."""
    goes = shown.playback is not Playback.STOPPED
    return {
        "PlaybackStatus": ("s", shown.playback.value),
        "Metadata": ("a{sv}", metadata(shown)),
        "Position": ("x", shown.now_ms * MICROSECONDS),
        "Rate": ("d", 1.0),
        "MinimumRate": ("d", 1.0),
        "MaximumRate": ("d", 1.0),
        "Volume": ("d", 1.0),
        "CanGoNext": ("b", goes),
        "CanGoPrevious": ("b", goes),
        "CanPlay": ("b", goes),
        "CanPause": ("b", goes),
        "CanSeek": ("b", False),
        "CanControl": ("b", True),
    }


def metadata(shown: Shown) -> Properties:
    """The exercise is the title, side and phase are the artist; the times left are fields of our own."""
    return {
        "mpris:trackid": ("o", f"/supple/phase/{shown.number}"),
        "mpris:length": ("x", shown.duration_ms * MICROSECONDS),
        "xesam:title": ("s", shown.exercise),
        "xesam:artist": ("as", [shown.phase]),
        "xesam:album": ("s", "Supple"),
        "supple:secondsLeft": ("i", shown.left_s),
        "supple:sessionSecondsLeft": ("i", shown.session_left_s),
    }


def introspection() -> str:
    """Both interfaces as XML, out of the tables that answer."""
    interfaces = "".join(
        f'<interface name="{name}">{methods}{_declared(properties)}</interface>'
        for name, methods, properties in (
            (ROOT, _methods(MediaCommand.RAISE), root_properties()),
            (
                PLAYER,
                _methods(*(command for command in MediaCommand if command is not MediaCommand.RAISE)),
                player_properties(NOTHING),
            ),
        )
    )
    return f"<node>{interfaces}{_STANDARD}</node>"


def _methods(*commands: MediaCommand) -> str:
    return "".join(f'<method name="{command}"/>' for command in commands)


def _declared(properties: Properties) -> str:
    return "".join(
        f'<property name="{name}" type="{kind}" access="read"/>' for name, (kind, _) in properties.items()
    )


NOTHING = Shown(
    playback=Playback.STOPPED,
    exercise="",
    phase="",
    session_left_ms=0,
    duration_ms=0,
    elapsed_ms=0,
    number=0,
    at_s=0.0,
)
_STANDARD = (
    '<interface name="org.freedesktop.DBus.Properties">'
    '<method name="Get"><arg type="s" direction="in"/><arg type="s" direction="in"/>'
    '<arg type="v" direction="out"/></method>'
    '<method name="GetAll"><arg type="s" direction="in"/><arg type="a{sv}" direction="out"/></method>'
    '<signal name="PropertiesChanged"><arg type="s"/><arg type="a{sv}"/><arg type="as"/></signal></interface>'
)
