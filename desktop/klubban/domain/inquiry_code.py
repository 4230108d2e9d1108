"""The code on a form: which inquiry it answers, and whose form it is; and the keys of its fields."""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass

_LENGTH = 12
_CODE = re.compile(r"(?<![0-9A-Za-z])([0-9a-f]{4})-([0-9a-f]{4})-([0-9a-f]{4})-(\d{1,4})(?![0-9A-Za-z-])")

WHO, BY, BESIDE = "who", "by", "beside"
"""Fields of a form beside the questions: who answers, who has signed it, what else is to be said."""
WRITE_HERE = "Write here"
"""What stands in an empty field of a form in Word, and is no answer; a message to translate."""
_QUESTION = re.compile(r"q([1-9]\d{0,2})")


@dataclass(frozen=True, slots=True)
class FormCode:
    """What a form is known by: the inquiry, and the number of the referee, from 1; 0 for anybody's."""

    inquiry: str
    referee: int

    def __str__(self) -> str:
        """Return it as it stands on the form: `3f9a-0c12-be77-4`."""
        parts = (self.inquiry[start : start + 4] for start in range(0, _LENGTH, 4))
        return "-".join((*parts, str(self.referee)))


def code_of(key: str, referee: int) -> FormCode:
    """Return the code of a form, by the key of its inquiry and the referee's number."""
    return FormCode(hashlib.sha256(key.encode()).hexdigest()[:_LENGTH], referee)


def find_code(words: str) -> FormCode | None:
    """Return the first code that stands in some words, if there is any."""
    found = _CODE.search(words)
    return FormCode("".join(found.groups()[:3]), int(found[4])) if found else None


def key_of(number: int | str) -> str:
    """Return the key of the field for a question."""
    return f"q{number}"


def question_of(key: str) -> int | None:
    """Return the number of the question that a field is for; None for another field."""
    found = _QUESTION.fullmatch(key)
    return int(found[1]) if found else None
