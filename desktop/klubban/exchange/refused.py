"""What is said when a document from outside does not fit."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, TypeGuard

from klubban.domain.errors import RuleBroken

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator


class Refused(Exception):
    """A document is refused whole: the place in it, and a template sentence of what was expected there."""

    def __init__(self, place: str, expected: str, /, **facts: object) -> None:
        """Keep the JSON pointer (RFC 6901; empty for the whole document), the template and its facts."""
        super().__init__(place, expected, facts)
        self.place = place
        self.expected = expected
        self.facts = facts

    def __str__(self) -> str:
        """Return one English line, for logs and the command line."""
        sentence = self.expected.format(**self.facts)
        return f"{self.place}: {sentence}" if self.place else sentence


class Misfit(ValueError):
    """One value does not fit: the steps from it to the place, and what was expected there."""

    def __init__(self, expected: str, /, *steps: str | int, **facts: object) -> None:
        """Keep the template, its facts, and the steps that lead inwards from the value in hand."""
        super().__init__(expected)
        self.expected = expected
        self.steps = steps
        self.facts = facts


@contextmanager
def refusing(place: str) -> Iterator[None]:
    """Refuse with a place what breaks a rule inside."""
    try:
        yield
    except RuleBroken as error:
        raise Refused(place, error.template, **error.facts) from None


def pointer(steps: Iterable[str | int]) -> str:
    """Return a JSON pointer (RFC 6901)."""
    return "".join(f"/{str(step).replace('~', '~0').replace('/', '~1')}" for step in steps)


def place(loc: Iterable[str | int], raw: object) -> str:
    """Return the pointer to a place in what was read, or to the last of it that is there.

    The models know lists where the document may have one thing without a list, or votes by name.
    """
    steps: list[str | int] = []
    here: object = raw
    for step in loc:
        if isinstance(here, dict) and isinstance(step, int):
            if steps[-1] != "votes":
                continue
            found: str | int = list(here)[step]
        else:
            found = step
        if not _holds(here, found):
            break
        here = here[found]
        steps.append(found)
    return pointer(steps)


def _holds(value: object, step: str | int) -> TypeGuard[Any]:
    if isinstance(value, dict):
        return step in value
    return isinstance(value, list) and isinstance(step, int) and step < len(value)
