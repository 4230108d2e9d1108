"""The answers to a referral that came here, as they stand in the summary of the item that prepares them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from klubban.domain.text import Block, Blocks, Run, Text, plain_runs


@dataclass(frozen=True, slots=True)
class Answers:
    """A text, parted by the questions in it."""

    lead: Blocks
    """What stands before the first question: the summary itself."""
    texts: tuple[Blocks, ...]
    """One for each question, in their order; empty for one that has no answer yet."""

    @property
    def answered(self) -> int:
        """Return how many have an answer."""
        return sum(bool(each) for each in self.texts)


def heading_of(number: int, question: str) -> Block:
    """Return the line that an answer stands below, in bold."""
    return Text((Run(f"{number}. {question}", bold=True),))


def parted(summary: Blocks, questions: Sequence[str]) -> Answers:
    """Return what of a summary answers which question."""
    found: dict[int, list[Block]] = {}
    at = 0
    lead: list[Block] = []
    for block in summary:
        number = _asks(block, questions)
        if number is not None:
            at = number
            found.setdefault(at, [])
        elif at:
            found[at].append(block)
        else:
            lead.append(block)
    return Answers(tuple(lead), tuple(tuple(found.get(n, ())) for n in range(1, len(questions) + 1)))


def _asks(block: Block, questions: Sequence[str]) -> int | None:
    """Return which question a block is the line of: its words, whatever spaces or number stand in it."""
    if not isinstance(block, Text):
        return None
    words = _plain(plain_runs(block.runs))
    for number, question in enumerate(questions, 1):
        if words in (_plain(f"{number}. {question}"), _plain(question)):
            return number
    return None


def _plain(words: str) -> str:
    return " ".join(words.casefold().split())


def joined(lead: Blocks, questions: Sequence[str], answers: Mapping[int, Blocks]) -> Blocks:
    """Return a summary with each question below the last, and its answer below it."""
    blocks: list[Block] = list(lead)
    for number, question in enumerate(questions, 1):
        blocks += [heading_of(number, question), *answers.get(number, ())]
    return tuple(blocks)
