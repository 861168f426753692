"""Writes a file beside its place and puts it there when it is whole, so that nobody meets half a file."""

import errno
import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import IO

from supple.services.left_behind import is_forgotten

PREFIX, SUFFIX = ".supple-", ".part"  # no word of the file's own name, which may be as long as a name can be


@contextmanager
def replacing(path: Path, *, through_link: bool = True) -> Iterator[IO[bytes]]:
    """Write the new content of `path`; at the end it takes the place of the old one, at an error the old one stays.

    Raises OSError. The file is readable by its owner alone. A person's link stays one; what is our own alone is not
    written `through_link`.
    """
    if through_link:
        path = path.resolve()
    elif path.is_symlink():
        raise OSError(errno.ELOOP, os.strerror(errno.ELOOP), str(path))
    if path.exists() and not path.is_file():
        raise OSError(errno.EISDIR, os.strerror(errno.EISDIR), str(path))
    _sweep(path.parent)
    with NamedTemporaryFile(
        dir=path.parent, prefix=f"{PREFIX}{os.getpid()}-", suffix=SUFFIX, delete=False
    ) as part:
        place = Path(part.name)
        try:
            yield part
            part.flush()
            os.fsync(part.fileno())
            part.close()
            place.replace(path)
        finally:
            place.unlink(missing_ok=True)


def _sweep(folder: Path) -> None:
    """Take away what was being written in `folder` when the program was killed: nobody would find it again."""
    for part in folder.glob(f"{PREFIX}*{SUFFIX}"):
        process = part.name.removeprefix(PREFIX).partition("-")[0]
        with suppress(OSError):
            if part.is_file() and not part.is_symlink() and is_forgotten(part, process=process):
                part.unlink()
