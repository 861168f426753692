"""What the app is told about an exercise's pictures when only some of them were rendered."""

import json
from pathlib import Path

from assets.studio.facts import write_facts

NAMES = ["card", "loop_00", "loop_01", "mistake_1_right"]


def test_what_was_not_posed_this_time_is_still_told(tmp_path: Path) -> None:
    for name in ("card", "loop_00", "loop_01"):
        (tmp_path / f"{name}.webp").touch()
    before = {"card": {"box": [0, 0, 1, 1]}, "loop": {"frames": 2}, "step_9": {}}
    facts = {"drawn_side": "left", "figure": "first", "scenes": before}
    (tmp_path / "pictures.json").write_text(json.dumps(facts), "utf-8")
    write_facts(tmp_path, "left", ("first", None), [], NAMES)
    after = json.loads((tmp_path / "pictures.json").read_text("utf-8"))["scenes"]
    assert list(after) == ["card", "loop"]
    assert after["loop"] == {"frames": 2}
