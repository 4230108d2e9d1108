"""How the first page of a protocol is arranged: facts, contents, and who signs, as far as there is room."""

from __future__ import annotations

from typing import TYPE_CHECKING

from klubban.documents.tree import Names, PageBreak, Quiet, Separator
from klubban.domain.text import plain_runs

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from klubban.documents.tree import Contents, Facts, Node, Signatures
    from klubban.domain.text import Text

_FIRST_PAGE = 48
"""So many lines has the first page."""
_LINE = 64
"""So many letters are about a line."""
_LINE_TO_SIGN, _FIELD = 2.7, 3.6
"""So many lines of text are as high as one to sign on, or as a field to sign in."""


def arranged(
    facts: Facts, contents: Contents | None, signatures: Sequence[Signatures], said: Sequence[str] = ()
) -> Iterator[Node]:
    """Walk the first page, and the contents where they have no room there; `said` goes with the facts."""
    # What is signed stands on the first page where it fits there; else on the next, and the contents first.
    beside = _fit(facts, contents, signatures, said) or not _fit(facts, None, signatures, said)
    yield facts
    yield from map(Quiet, said)
    if contents and beside:
        yield Separator()
        yield contents
    yield from signatures
    yield PageBreak()
    if contents and not beside:
        yield contents
        yield Separator()


def _fit(
    facts: Facts, contents: Contents | None, signatures: Sequence[Signatures], said: Sequence[str]
) -> bool:
    """Tell, roughly but carefully, whether contents and signatures fit below the facts.

    A document's order is settled before it is set; else signatures might stand alone on a page.
    """
    stated = sum(0.5 + _fact_lines(parts) for _, parts in facts.rows)
    stated += sum(1.5 + len(sentence) // _LINE for sentence in said)
    entries = 1.5 + sum(1.5 + len(headings) for _, headings in contents.groups) if contents else 0
    signed = sum(1 + (_FIELD if block.digital else _LINE_TO_SIGN) * len(block.lines) for block in signatures)
    return 4 + stated + entries + signed <= _FIRST_PAGE


def _fact_lines(parts: tuple[Text | Names, ...]) -> float:
    return sum(
        len(part.items) if isinstance(part, Names) else 1 + len(plain_runs(part.runs)) // _LINE
        for part in parts
    )
