"""The null sink for every test of this folder."""

from tests.audio.null_sink import null_sink

__all__ = ["null_sink"]
