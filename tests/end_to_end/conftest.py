"""The null sink for the tests that start the program and listen to it."""

from tests.audio.null_sink import null_sink

__all__ = ["null_sink"]
