"""The control number: the head of the journal's chain when a protocol became ready to be signed.

Who signs the protocol that it stands on bears witness to the journal as it was then; a journal that was
written anew has another number at that place.
"""

from __future__ import annotations

import re

from klubban.domain.errors import RuleBroken

_GROUPS, _GROUP = 4, 4
_FORM = re.compile(r"\s*(\d{1,12})((?:\s*[-–]\s*[0-9a-fA-F]{4}){4})\s*")


def control_number(sequence: int, hash_: bytes) -> str:
    """Return the number of an entry with its hash: `4127-9f2c-41d0-77aa-03be`."""
    digits = hash_.hex()
    groups = (digits[at : at + _GROUP] for at in range(0, _GROUPS * _GROUP, _GROUP))
    return "-".join((str(sequence), *groups))


def read_control(text: str) -> tuple[int, str]:
    """Return the entry that a control number names, and the first digits of its hash.

    Raises RuleBroken for anything else.
    """
    found = _FORM.fullmatch(text)
    if not found:
        raise RuleBroken("Expected a control number such as 4127-9f2c-41d0-77aa-03be, not {text}", text=text)
    return int(found[1]), re.sub(r"[^0-9a-f]", "", found[2].lower())


def fits(text: str, sequence: int, hash_: bytes) -> bool:
    """Tell whether a control number is that of an entry; raises RuleBroken for no control number."""
    named, digits = read_control(text)
    return named == sequence and hash_.hex().startswith(digits)
