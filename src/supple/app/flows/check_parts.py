"""Which checks there are, and how each is made: the one list that a new check is added to."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from supple.app.asking import FileAsker
from supple.app.flows.photos_flow import PhotosFlow
from supple.app.session_voice import SessionVoice
from supple.app.shipped_files import read_content, read_voice, wall_clock
from supple.domain.checks.hold_clock import SAID_EVERY_S
from supple.domain.record import Check
from supple.ui.figure.pictures import Pictures
from supple.ui.kit.theme import Theme

if TYPE_CHECKING:
    from supple.domain.checks.edge_pages import EdgeWay
    from supple.ui.check.check_part import CheckPart


@dataclass(frozen=True, slots=True, kw_only=True)
class PartTools:
    """What a check is made with."""

    theme: Theme
    pictures: Pictures
    voice: SessionVoice
    asker: FileAsker
    photos: PhotosFlow


def _floor(tools: PartTools) -> "CheckPart":
    from supple.storage.safety_content import decode_self_test
    from supple.ui.check.floor_part import FloorPart

    text = decode_self_test(read_content("self_test.json"))
    return FloorPart(tools.theme, tools.pictures, text)


def _photo(tools: PartTools) -> "CheckPart":
    """Whoever has photos already presses on to them; everybody else is led to the edge first."""
    from supple.app.photo_files import PhotoFiles
    from supple.domain.checks.edge_pages import EdgeWay
    from supple.storage.safety_content import decode_photo, decode_self_test
    from supple.ui.check.guided_part import GuidedPart
    from supple.ui.check.photo_copies import LastPhoto
    from supple.ui.check.photo_part import PhotoPart, PhotoWays, PhotoWords

    words = PhotoWords(
        decode_photo(read_content("photo_check.json")), decode_self_test(read_content("self_test.json"))
    )
    ways = PhotoWays(
        choose_files=PhotoFiles(tools.asker).ask,
        keep_copy=tools.photos.keep,
        last=LastPhoto(tools.photos.history, today=wall_clock().date()),
    )
    photos = PhotoPart(tools.theme, tools.pictures, words, ways)
    return GuidedPart(_edge(tools, EdgeWay.PHOTO), photos)


def _hip_hold(tools: PartTools) -> "CheckPart":
    return _hold(tools, Check.HIP_HOLD)


def _bridge_hold(tools: PartTools) -> "CheckPart":
    return _hold(tools, Check.BRIDGE_HOLD)


def _march(tools: PartTools) -> "CheckPart":
    from supple.domain.checks.march import LIFT_S

    return _hold(tools, Check.MARCH, every_s=LIFT_S)


def _heel(tools: PartTools) -> "CheckPart":
    from supple.storage.safety_content import decode_strength
    from supple.ui.check.hold_part import HoldPart

    text = decode_strength(read_content("strength.json")).holds[Check.HEEL_TO_BUTTOCK]
    return HoldPart(tools.theme, tools.pictures, text, None, Check.HEEL_TO_BUTTOCK)


def _hold(tools: PartTools, check: Check, *, every_s: int = SAID_EVERY_S) -> "CheckPart":
    from supple.app.hold_controls import HoldControls
    from supple.domain.checks.hold import RULES
    from supple.play.clock import SessionClock
    from supple.play.hold_timer import HoldTimer
    from supple.services.hold_sounds import HoldSounds
    from supple.storage.safety_content import decode_strength
    from supple.ui.check.hold_part import HoldPart

    text = decode_strength(read_content("strength.json")).holds[check]
    sounds = HoldSounds(check, read_voice(), tools.voice.ear())
    clock = SessionClock(speed=tools.voice.speed)
    timer = HoldTimer(sounds, clock, cap_s=RULES[check].cap_s, every_s=every_s)
    part = HoldPart(tools.theme, tools.pictures, text, timer, check)
    if part.clock is not None:
        HoldControls(part.clock, text, tools.voice, parent=part)
    return part


def _edge_by_tape(tools: PartTools) -> "CheckPart":
    from supple.domain.checks.edge_pages import EdgeWay

    return _edge(tools, EdgeWay.TAPE)


def _edge(tools: PartTools, way: "EdgeWay") -> "CheckPart":
    from supple.app.edge_controls import EdgeControls
    from supple.storage.edge_content import decode_edge_check
    from supple.ui.check.edge_part import EdgePart
    from supple.ui.words.length_words import unit_in_use

    text = decode_edge_check(read_content("edge_check.json"))
    unit = unit_in_use(tools.voice.preferences.settings().days.lengths)
    part = EdgePart(tools.theme, tools.pictures, text, unit=unit, way=way)
    EdgeControls(part, tools.voice, parent=part)
    return part


MAKERS: Mapping[Check, Callable[[PartTools], "CheckPart"]] = {
    Check.HIP_LENGTH_FLOOR: _floor,
    Check.HIP_LENGTH_EDGE: _photo,
    Check.HIP_LENGTH_TAPE: _edge_by_tape,
    Check.HIP_HOLD: _hip_hold,
    Check.BRIDGE_HOLD: _bridge_hold,
    Check.MARCH: _march,
    Check.HEEL_TO_BUTTOCK: _heel,
}
"""Every check that can be chosen."""
