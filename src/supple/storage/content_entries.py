"""What all content files have in common: lists of entries, decoded strictly; a mistake names file, entry and field."""

from collections.abc import Callable
from dataclasses import fields
from typing import Any, TypeVar

import msgspec

T = TypeVar("T")
Raw = dict[str, Any]
Read = Callable[[str], bytes]


class ContentError(ValueError):
    """A content file cannot be used; the message names file, entry and field."""


_NAMES: dict[type[Any], frozenset[str]] = {}


def fields_of(kind: type[Any]) -> frozenset[str]:
    """The names of the fields of a dataclass."""
    if kind not in _NAMES:
        _NAMES[kind] = frozenset(field.name for field in fields(kind))
    return _NAMES[kind]


def entries(read: Read, name: str, make: Callable[[Raw], T]) -> tuple[T, ...]:
    """Every entry of the list in file `name`, made by `make`; ids are unique."""
    made: dict[str, T] = {}
    for place, raw in enumerate(decode_file(read, name, list[dict[str, Any]]), start=1):
        entry = raw.get("id", f"entry {place}")
        try:
            value = make(raw)
        except (msgspec.ValidationError, ContentError) as error:
            raise ContentError(f"{name}, {entry}: {plain(error)}") from error
        if entry in made:
            raise ContentError(f"{name}, {entry}: there are two entries of this id")
        made[entry] = value
    return tuple(made.values())


def decode_file(read: Read, name: str, kind: type[T]) -> T:
    """The file `name` as `kind`; raises ContentError."""
    try:
        return msgspec.json.decode(read(name), type=kind)
    except msgspec.DecodeError as error:
        raise ContentError(f"{name}: {plain(error)}") from error


def convert(raw: Raw, kind: type[T]) -> T:
    """`raw` as the dataclass `kind`, without coercion and without fields it does not know."""
    unknown = set(raw) - fields_of(kind)
    if unknown:
        raise ContentError(f"{', '.join(sorted(unknown))}: there is no such field")
    return msgspec.convert(raw, kind, strict=True)


def known(raw: object, kind: type[Any], where: str) -> None:
    """Refuse fields of a nested entry that `kind` does not have; wrong types are told by the conversion."""
    unknown = set(raw) - fields_of(kind) if isinstance(raw, dict) else set()
    if unknown:
        raise ContentError(f"{where}.{', '.join(sorted(unknown))}: there is no such field")


def plain(error: Exception) -> str:
    """msgspec's message with the field in front: "dose.hold_s: Expected `int`, got `str`"."""
    message, at, where = str(error).partition(" - at `$")
    return f"{where.rstrip('`').lstrip('.')}: {message}" if at else message
