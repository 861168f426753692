"""Writes a file beside its place and puts it there when it is whole, so that nobody meets half a file."""

import errno
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import IO


@contextmanager
def replacing(path: Path) -> Iterator[IO[bytes]]:
    """Write the new content of `path`; at the end it takes the place of the old one, at an error the old one stays.

    Raises OSError. The file is readable by its owner alone.
    """
    path = path.resolve()  # a link stays a link
    if path.exists() and not path.is_file():
        raise OSError(errno.EISDIR, os.strerror(errno.EISDIR), str(path))
    with NamedTemporaryFile(dir=path.parent, prefix=f".{path.name}.", suffix=".part", delete=False) as part:
        place = Path(part.name)
        try:
            yield part
            part.flush()
            os.fsync(part.fileno())
            part.close()
            place.replace(path)
        finally:
            place.unlink(missing_ok=True)
