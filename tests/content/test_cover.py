"""What Today says before the catalogue is read is what the catalogue says."""

from make_cover import COVER, cover_text


def test_the_cover_says_what_the_catalogue_says() -> None:
    assert COVER.read_text(encoding="utf-8") == cover_text(), "run packaging/make_cover.py"
