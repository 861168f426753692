"""Contact sheets: every card, and every pair of right and wrong form, small on one page each."""

from collections.abc import Sequence
from pathlib import Path

from PIL import Image, ImageDraw

PAPER, INK = (240, 243, 244), (72, 82, 90)
CARD, CARD_COLUMNS = (240, 180), 6
PAIR, PAIR_COLUMNS = (176, 132), 2
LABEL_PX, QUALITY = 18, 80
FORMS = ("mistake_1_right", "mistake_1_wrong", "mistake_2_right", "mistake_2_wrong")


def write_sheets(pictures: Path, names: Sequence[str], folder: Path) -> list[Path]:
    """`cards.webp`, and `pairs.webp` with each right form and, to the right of it, the wrong one."""
    cards = [(name, [pictures / name / "card.webp"]) for name in names]
    pairs = [(name, [pictures / name / f"{form}.webp" for form in FORMS]) for name in names]
    folder.mkdir(parents=True, exist_ok=True)
    return [
        _page(cards, CARD, CARD_COLUMNS, folder / "cards.webp"),
        _page(pairs, PAIR, PAIR_COLUMNS, folder / "pairs.webp"),
    ]


def _page(rows: list[tuple[str, list[Path]]], size: tuple[int, int], columns: int, page: Path) -> Path:
    """Each row's pictures beside each other under its name, so many rows abreast; what is missing stays blank."""
    shown = [(name, paths) for name, paths in rows if any(path.exists() for path in paths)]
    width = size[0] * max((len(paths) for _, paths in shown), default=1)
    height = size[1] + LABEL_PX
    sheet = Image.new("RGB", (width * columns, height * -(-len(shown) // columns)), PAPER)
    pen = ImageDraw.Draw(sheet)
    for number, (name, paths) in enumerate(shown):
        left, top = number % columns * width, number // columns * height
        pen.text((left + 6, top + 4), name, fill=INK)
        for place, path in enumerate(paths):
            if path.exists():
                with Image.open(path) as picture:
                    small = picture.convert("RGBA").resize(size, Image.Resampling.LANCZOS)
                sheet.paste(small, (left + place * size[0], top + LABEL_PX), small)
    sheet.save(page, quality=QUALITY, method=6)
    return page
