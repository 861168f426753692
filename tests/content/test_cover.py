"""What Today says before the catalogue is read is what the catalogue says."""

import pytest
from make_cover import CONTENT, cover_text


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("language", sorted(folder.name for folder in CONTENT.iterdir()))
def test_the_cover_is_what_the_catalogue_says(language: str) -> None:
    cover = CONTENT / language / "cover.json"
    assert cover.read_text(encoding="utf-8") == cover_text(language), "run packaging/make_cover.py"
