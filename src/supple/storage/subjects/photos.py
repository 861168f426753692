"""The small copies of photos that a person keeps: each belongs to a try of its self-test, and goes with it."""

from collections.abc import Collection
from typing import Any

import msgspec
from sqlalchemy import (
    CheckConstraint,
    Column,
    Connection,
    ForeignKey,
    Index,
    LargeBinary,
    Select,
    Table,
    Text,
    column,
    delete,
    exists,
    select,
    table,
)

from supple.domain.checks.kept_photo import PhotoRecord
from supple.domain.checks.photo import Marking
from supple.domain.side import Side
from supple.services.writes import DropPhoto, KeepPhoto
from supple.storage.columns import (
    RowValues,
    at_least,
    key,
    metadata,
    moment_of,
    one_of,
    text,
    time,
    time_row,
)
from supple.storage.subject import Subject, add

photos = Table(
    "photos",
    metadata,
    key(),
    Column("photo_id", Text, nullable=False, unique=True),
    Column("self_test_id", Text, ForeignKey("self_tests.self_test_id", ondelete="CASCADE"), nullable=False),
    *time("kept"),
    *one_of("side", Side),
    *at_least("width", 1, whole=True),
    *at_least("height", 1, whole=True),
    text("points"),
    CheckConstraint("json_valid(points)"),
    Column("pixels", LargeBinary, nullable=False),
    sqlite_strict=True,
)
Index("photos_of_self_test", photos.c.self_test_id)

_TRIES = table(
    "checks", column("self_test_id"), column("photo_id")
)  # storage.subjects.self_tests knows this file


def photo_of(photo_id: str) -> Select[Any]:
    """The copy of one id."""
    return select(photos).where(photos.c.photo_id == photo_id)


def last_photo(side: Side, besides: Collection[str]) -> Select[Any]:
    """The copy of `side` that was kept last, not one of those `besides`."""
    wanted = select(photos).where(photos.c.side == side, photos.c.photo_id.not_in(besides))
    return wanted.order_by(photos.c.number.desc()).limit(1)


def forget_photos_of_no_try(connection: Connection, self_test_id: str) -> None:
    """Let go of the copies of tries that the self-test does not have any more."""
    mine = select(_TRIES.c.photo_id).where(
        _TRIES.c.self_test_id == self_test_id, _TRIES.c.photo_id.is_not(None)
    )
    connection.execute(
        delete(photos).where(photos.c.self_test_id == self_test_id, photos.c.photo_id.not_in(mine))
    )


def _row(photo: PhotoRecord) -> RowValues:
    return {
        "photo_id": photo.photo_id,
        "self_test_id": photo.self_test_id,
        **time_row("kept", photo.kept_at),
        "side": photo.side,
        "width": photo.width,
        "height": photo.height,
        "points": msgspec.json.encode(photo.marking).decode(),
        "pixels": photo.pixels,
    }


def _record(row: Any) -> PhotoRecord:
    return PhotoRecord(
        photo_id=row.photo_id,
        self_test_id=row.self_test_id,
        kept_at=moment_of(row.kept_at, row.kept_offset_min),
        side=Side(row.side),
        width=row.width,
        height=row.height,
        marking=msgspec.json.decode(row.points, type=Marking),
        pixels=bytes(row.pixels),
    )


def _keep(connection: Connection, write: KeepPhoto) -> None:
    """Nothing, when its try was taken back meanwhile."""
    photo = write.photo
    belongs = exists().where(_TRIES.c.self_test_id == photo.self_test_id, _TRIES.c.photo_id == photo.photo_id)
    if connection.execute(select(belongs)).scalar():
        add(connection, photos, _row(photo), key="photo_id")


def _drop(connection: Connection, write: DropPhoto) -> None:
    connection.execute(delete(photos).where(photos.c.photo_id == write.photo_id))


PHOTOS = Subject(
    kind=PhotoRecord,
    table=photos,
    moment="kept_at",
    decode=_record,
    decoders={"photos": _record},
    writes={KeepPhoto: _keep, DropPhoto: _drop},
)
