"""Reads edge_check.json into the values of the domain; a mistake is named with its place."""

import msgspec

from supple.domain.checks.edge_text import EdgeText


def decode_edge_check(data: bytes) -> EdgeText:
    """The words of the check at the edge; raises ValueError naming the entry that is wrong."""
    try:
        return msgspec.json.decode(data, type=EdgeText)
    except msgspec.MsgspecError as error:
        raise ValueError(f"edge_check.json: {error}") from error
