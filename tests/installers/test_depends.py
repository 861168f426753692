"""Which libraries and packages the carried files need, read out of what the system's own tools print."""

from pathlib import Path

import depends
import pytest
from elf import Asks, reached, read_objdump
from glibc import lines, too_new

OBJDUMP = """
/a/libone.so:     file format elf64-x86-64

Program Header:
    LOAD off    0x0 vaddr 0x0

Dynamic Section:
  NEEDED               libtwo.so.2
  NEEDED               libc.so.6
  SONAME               libone.so

Version References:
  required from libc.so.6:
    0x09691a75 0x00 03 GLIBC_2.2.5
    0x06969196 0x00 02 GLIBC_2.36
    0x0d696910 0x00 04 GLIBC_ABI_DT_RELR
  required from libtwo.so.2:
    0x0a297a10 0x00 05 TWO_9.1

/a/b c/libtwo.so.2:     file format elf64-x86-64

Dynamic Section:
  NEEDED               libthree.so.3
"""


def test_objdump_is_read_file_by_file_with_spaces_in_names() -> None:
    asks = read_objdump(OBJDUMP)
    assert asks["/a/libone.so"].libraries == ("libtwo.so.2", "libc.so.6")
    assert asks["/a/libone.so"].highest_glibc == (2, 36)
    assert asks["/a/b c/libtwo.so.2"] == Asks(("libthree.so.3",), {})
    assert asks["/a/b c/libtwo.so.2"].highest_glibc == ()


def test_2_4_is_older_than_2_36() -> None:
    asks = Asks((), {"libc.so.6": ("GLIBC_2.4", "GLIBC_2.36", "GLIBC_PRIVATE")})
    assert asks.highest_glibc == (2, 36)


def test_a_file_that_asks_for_a_newer_glibc_than_promised_is_named() -> None:
    old, new = Path("/p/old.so"), Path("/p/new.so")
    asks = {old: Asks((), {"libc.so.6": ("GLIBC_2.36",)}), new: Asks((), {"libc.so.6": ("GLIBC_2.38",)})}
    assert too_new(asks, (2, 36)) == [new]
    assert lines(asks, Path("/p")) == ["2.36     old.so", "2.38     new.so"]


def test_what_is_carried_is_not_asked_of_the_distribution() -> None:
    asks = {Path(file): asked for file, asked in read_objdump(OBJDUMP).items()}
    assert depends.wanted(asks) == {"libc.so.6", "libthree.so.3"}


def test_libraries_are_followed_from_one_to_the_next() -> None:
    asks = {"a": Asks(("b", "system"), {}), "b": Asks(("c",), {}), "c": Asks(("a",), {}), "d": Asks((), {})}
    assert reached(asks, ["a"]) == {"a", "b", "c"}


def test_the_library_of_this_architecture_is_found() -> None:
    ldconfig = (
        "\tlibz.so.1 (libc6) => /lib/i386-linux-gnu/libz.so.1\n"
        "\tlibz.so.1 (libc6,x86-64) => /lib/x86_64-linux-gnu/libz.so.1\n"
    )
    assert depends.places(ldconfig) == {"libz.so.1": "/lib/x86_64-linux-gnu/libz.so.1"}


def test_the_owner_is_read_whatever_the_architecture_and_however_many_share_it() -> None:
    said = "zlib1g:amd64: /lib/x86_64-linux-gnu/libz.so.1\nlibgl1:amd64, libgl1:i386: /usr/lib/libGL.so.1\n"
    assert depends.owners(said) == {
        "/lib/x86_64-linux-gnu/libz.so.1": "zlib1g",
        "/usr/lib/libGL.so.1": "libgl1",
    }


@pytest.mark.parametrize(
    ("package", "words"),
    [
        ("libc6", "libc6 (>= 2.36)"),
        ("libglib2.0-0t64", "libglib2.0-0t64 | libglib2.0-0"),
        ("zlib1g", "zlib1g"),
    ],
)
def test_a_package_stands_in_depends_so_that_older_and_newer_systems_find_it(
    package: str, words: str
) -> None:
    assert depends.relation(package, glibc=(2, 36)) == words
