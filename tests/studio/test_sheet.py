"""The contact sheets show every picture there is, in its place."""

from pathlib import Path

from assets.studio.sheet import CARD, LABEL_PX, PAIR, write_sheets
from PIL import Image

RED, GREEN = (200, 30, 30), (30, 160, 60)


def picture(path: Path, colour: tuple[int, int, int]) -> None:
    path.parent.mkdir(exist_ok=True)
    Image.new("RGB", (40, 30), colour).save(path, lossless=True)


def is_like(found: object, colour: tuple[int, int, int]) -> bool:
    assert isinstance(found, tuple)
    return all(abs(a - b) < 20 for a, b in zip(found, colour, strict=False))


def test_the_wrong_form_stands_to_the_right_of_the_right_one(tmp_path: Path) -> None:
    picture(tmp_path / "bridge" / "card.webp", GREEN)
    picture(tmp_path / "bridge" / "mistake_1_right.webp", GREEN)
    picture(tmp_path / "bridge" / "mistake_1_wrong.webp", RED)
    cards, pairs = write_sheets(tmp_path, ["bridge", "plank"], tmp_path / "sheets")
    with Image.open(cards) as page:
        assert is_like(page.getpixel((CARD[0] // 2, LABEL_PX + CARD[1] // 2)), GREEN)
    with Image.open(pairs) as page:
        middle = LABEL_PX + PAIR[1] // 2
        assert is_like(page.getpixel((PAIR[0] // 2, middle)), GREEN)
        assert is_like(page.getpixel((PAIR[0] + PAIR[0] // 2, middle)), RED)
