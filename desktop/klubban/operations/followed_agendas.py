"""What agendas tell of assignments: their history, kept true until the meeting; what is done leaves them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress

from klubban.documents import assignment_words
from klubban.domain.assignment import Assignment
from klubban.domain.errors import RuleBroken
from klubban.domain.falling_due import is_listed, listed
from klubban.domain.text import Block, Blocks, Bullets, Runs, Text, plain, plain_runs, runs_of
from klubban.domain.undertaken import UNANSWERED_AFTER, Undertaken
from klubban.i18n import Texts, texts
from klubban.operations.agenda_rows import of_item, take_out
from klubban.store import reads, rolls
from klubban.store.assigned import one_undertaken, some_undertaken
from klubban.store.change import Change
from klubban.store.rows import Row
from klubban.store.waiting_followed import telling_of_assignments


def tell_of(change: Change, item_id: int, ids: Iterable[int | None], *, together: bool) -> None:
    """Write what was before into an item that comes since assignments fall due; others stay listed there."""
    found = some_undertaken(change.connection, (each for each in ids if each is not None))
    names, language = _names(change)
    known = [_Told(each, names, language) for each in found]
    if not together:
        told = known[0].blocks
    else:
        told = rolls.row_of(change.connection, "item", item_id)["earlier"]
        new = [runs_of(each.in_list) for each in known if not is_listed(each.of.assignment, listed(told))]
        told = _joined(told, new) if new else told
    change.update("item", item_id, earlier=told)


def what_is_told(change: Change, item_id: int) -> Blocks:
    """Return what an item tells of the assignments that it is about, for where it goes on."""
    row = rolls.row_of(change.connection, "item", item_id)
    own: Blocks = row["earlier"]
    return own if row["origin_assignment_id"] is not None or listed(own) else ()


def strike(change: Change, item_id: int, known: Undertaken) -> None:
    """Take an assignment out of the list of an item that follows up several, since it has one of its own."""
    told = rolls.row_of(change.connection, "item", item_id)["earlier"]
    change.update("item", item_id, earlier=_without(told, known.assignment))


def _without(told: Blocks, own: Assignment) -> Blocks:
    made: list[Block] = []
    for block in told:
        if not isinstance(block, Bullets):
            made.append(block)
        elif left := tuple(line for line in block.items if not is_listed(own, (plain_runs(line),))):
            made.append(Bullets(left))
    return tuple(made)


@contextmanager
def keeping_agendas_true(change: Change, known: Undertaken) -> Iterator[None]:
    """Let agendas to come tell of an assignment as it is after what is noted meanwhile.

    It leaves those on which it falls due no longer, unless members were told of the item, or somebody wrote
    in it.
    """
    names, language = _names(change)
    before = _Told(known, names, language)
    yield
    now = _Told(one_undertaken(change.connection, known.assignment.id), names, language)
    for row in agendas_about(change, known):
        alone = row["origin_assignment_id"] is not None
        stays = _belongs(now.of, row)
        told = (
            _retold(row["earlier"], before, now)
            if alone
            else _relisted(row["earlier"], before, now, stays=stays)
        )
        if told != row["earlier"]:
            change.update("item", row["id"], earlier=told)
        if not stays and (told == now.blocks if alone else not told):
            _leave(change, row["id"])


def _retold(told: Blocks, before: _Told, now: _Told) -> Blocks:
    """Return what an item tells of one assignment, with its history as it is now; hers stays."""
    return now.blocks if before.is_told_by(told) else told


def _relisted(told: Blocks, before: _Told, now: _Told, *, stays: bool) -> Blocks:
    """Return a list with an assignment as it is now, or without it; a line that she changed stays."""
    made: list[Block] = []
    for block in told:
        if not isinstance(block, Bullets):
            made.append(block)
            continue
        lines: list[Runs] = []
        for line in block.items:
            if not before.is_listed_by(plain_runs(line)):
                lines.append(line)
            elif stays:
                lines.append(runs_of(now.in_list))
        made += [Bullets(tuple(lines))] if lines else []
    return tuple(made)


def _leave(change: Change, item_id: int) -> None:
    """Take an item off, unless members were told of it, or something was recorded of it."""
    with suppress(RuleBroken):
        meeting, item = of_item(change, item_id)
        take_out(change, meeting, item)


def _joined(told: Blocks, more: Iterable[Runs]) -> Blocks:
    """Return a text with further lines in its last list."""
    *before, last = told or (Bullets(()),)
    if isinstance(last, Bullets):
        return (*before, Bullets((*last.items, *more)))
    return (*told, Bullets(tuple(more)))


class _Told:
    """An assignment as agendas tell of it, alone and in a list: its history, and how long nobody answered."""

    def __init__(self, of: Undertaken, names: Mapping[int, str], language: Texts) -> None:
        self.of = of
        self._language = language
        self._alone = assignment_words.alone(of, names, language)
        self._line = assignment_words.line_of(of, names, language)

    @property
    def blocks(self) -> Blocks:
        """Return what an item of its own tells."""
        return (Text(runs_of(self._whole(self._alone))),)

    @property
    def in_list(self) -> str:
        """Return its line in a list."""
        return self._whole(self._line)

    def is_told_by(self, told: Blocks) -> bool:
        """Tell whether an item says this and no more, however many meetings were silent then."""
        return self._is_same(plain(told), self._alone)

    def is_listed_by(self, line: str) -> bool:
        """Tell whether a line says this and no more, however many meetings were silent then."""
        return self._is_same(line, self._line)

    def _whole(self, words: str) -> str:
        if not self.of.is_unanswered:
            return words
        return f"{words} {assignment_words.silence(self.of.meetings_without_answer, self._language)}"

    def _is_same(self, said: str, words: str) -> bool:
        if not said.startswith(words):
            return False
        rest = said.removeprefix(words).strip()
        return not rest or rest in {
            assignment_words.silence(count, self._language) for count in range(UNANSWERED_AFTER, _MOST)
        }


_MOST = 60
"""Nobody watches an assignment for so many meetings."""


def _names(change: Change) -> tuple[dict[int, str], Texts]:
    """Return what bodies are called, and the language that the organisation minutes in."""
    organisation = reads.organisation(change.connection)
    language = texts(organisation.language if organisation else "sv")
    return {each.id: each.name for each in reads.bodies(change.connection)}, language


def agendas_about(change: Change, known: Undertaken) -> list[Row]:
    """Return the items of meetings to come that are about an assignment, alone or with others."""
    own = known.assignment
    found = telling_of_assignments(change.connection, own.id)
    return [
        row
        for row in found
        if row["origin_assignment_id"] is not None or is_listed(own, listed(row["earlier"]))
    ]


def _belongs(now: Undertaken, row: Row) -> bool:
    """Tell whether an assignment still belongs on the agenda of a meeting."""
    own = now.assignment
    if not own.is_open:
        return False
    if own.stuck is not None and own.stuck.taken_to == row["body_id"]:
        return True
    return now.heard_by == row["body_id"] and own.due_now is not None and own.due_now <= row["date"]
