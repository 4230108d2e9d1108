"""Whatever is done, undone, done again and brought in: no verified word changes, no notice is shortened."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import closing, suppress
from dataclasses import dataclass, field
from datetime import time, timedelta
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given, settings
from hypothesis import strategies as some

from builders import DAY, findings, new_file, snapshot
from called import Called, called
from klubban.documents.written import shown
from klubban.domain.decided import Asks, Written
from klubban.domain.errors import RuleBroken
from klubban.domain.masking import unmasked
from klubban.domain.stages import items_of
from klubban.domain.text import Blocks, from_plain, plain
from klubban.domain.verification import Notice
from klubban.exchange.refused import Refused
from klubban.i18n import texts
from klubban.operations import (
    agenda,
    corrections,
    matters,
    motions,
    notices,
    own_texts,
    registers,
    session,
    undo,
    verifiers,
    verifying,
)
from klubban.operations.open_format import dump_file, import_document
from klubban.store import frozen
from klubban.store.change import Guarded
from klubban.store.database import Database
from operations.test_minutes_machine import DEEDS, At, Deed

LATER = DAY + timedelta(days=40)


def _verify(at: At) -> None:
    """Have the next verification ready and signed, as a signing does."""
    verifying.make_ready(at.database, at.held.meeting, today=DAY)
    meeting, who = snapshot(at.database, at.held.meeting), at.held.who("Eva")
    for each in [each for each in meeting.verifications if not meeting.is_done(each)][:1]:
        with at.database.change("Sign") as change:
            verifying.complete(change, meeting, each.id, [who], DAY)


def _mask(at: At) -> None:
    """Mask all of a part that is shown, or nothing of it."""
    meeting = snapshot(at.database, at.held.meeting)
    item, part = meeting.items[at.one % len(meeting.items)], at.of(list(Written))
    now: Blocks = tuple(map(unmasked, shown(meeting, item, part, texts("sv")).blocks))
    own_texts.write_part(at.database, item.id, part, now)


def _bring(at: At) -> None:
    """Bring in what the file itself says, or what it says with another title."""
    dumped = dump_file(at.database)
    with suppress(Refused):
        import_document(at.database, dumped.replace(b"rende 1", b"rende 9") if at.flag else dumped)


AFTER: Mapping[str, Deed] = {
    "close": lambda at: session.close_meeting(at.database, at.held.meeting, time(23)),
    "verify": _verify,
    "verify now": _verify,
    "withdraw": lambda at: verifying.withdraw(
        at.database, at.id("verification"), "Eva Asp", "Bo Ek", "Fel dag", DAY
    ),
    "at once": lambda at: session.verify_at_once(at.database, at.item, at_once=True),
    "post": lambda at: notices.post(
        at.database, at.id("verification"), at.day, today=LATER, posting=notices.Posting(kept_at="Arkivet")
    ),
    "post again": lambda at: notices.post_again(
        at.database, at.id("notice"), LATER, today=LATER, because=at.words
    ),
    "down": lambda at: notices.take_down(
        at.database, at.id("notice"), at.day, today=LATER, because=at.reason or ""
    ),
    "fault": lambda at: notices.note_fault(at.database, at.id("notice"), at.words),
    "correct": lambda at: corrections.add_correction(
        at.database, at.held.meeting, at.text, "Skrivfel", made_on=DAY, item=at.or_none("item")
    ),
    "mask": _mask,
    "bring": _bring,
    "undo": lambda at: undo.undo(at.database),
    "redo": lambda at: undo.redo(at.database),
    "rename": lambda at: registers.name_organisation(at.database, f"Ekby {at.one}"),
    "title": lambda at: agenda.set_item(at.database, at.item, presenters=("Annan",)),
    "register": lambda at: matters.register_for(at.database, at.item),
    "choose": lambda at: verifiers.choose_verifiers(at.database, at.held.meeting, at.people, day=at.day),
}
ALL = {**DEEDS, **AFTER}
steps = some.tuples(
    some.sampled_from(sorted(DEEDS)) | some.sampled_from(sorted(AFTER)),
    some.integers(0, 11),
    some.integers(0, 11),
    some.booleans(),
)


@cache
def _evening() -> bytes:
    """Return a file with a meeting of three items in session, one with motions and to be verified at once."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "ekby.klubban"
        with closing(new_file(path)) as database:
            registers.name_organisation(database, "Ekby")
            held = called(database, items=3)
            held.present()
            with database.change("Plan") as change:
                for item in held.items:
                    change.update("item", item, number=None)
            session.open_meeting(database, held.meeting, time(18, 30))
            motions.add_motion(
                database, held.items[0], Asks.OTHER, [held.who("Bo")], from_plain("Anna får stöd")
            )
            session.verify_at_once(database, held.items[0], at_once=True)
        return path.read_bytes()


@dataclass(slots=True)
class Witness:
    """What was verified and posted so far, as it stood then."""

    held: Called
    words: dict[tuple[int, int], tuple[object, ...]] = field(default_factory=dict)
    """By verification and item."""
    notices: dict[int, Notice] = field(default_factory=dict)

    def look(self) -> None:
        """Compare what is there now with what was seen, and see what is new."""
        meeting = snapshot(self.held.database, self.held.meeting)
        done = {each.id for each in meeting.verifications if each.signed_by}
        assert done | {each.id for each in meeting.withdrawn} >= {each for each, _item in self.words}
        said = dict(self._said(meeting.id))
        for key, words in said.items():
            assert self.words.setdefault(key, words) == words
        for notice in meeting.notices:
            before = self.notices.setdefault(notice.id, notice)
            assert (notice.posted, notice.last_day, notice.paragraphs, notice.board) == (
                before.posted,
                before.last_day,
                before.paragraphs,
                before.board,
            )
            assert before.removed in (None, notice.removed)
            self.notices[notice.id] = notice
        assert set(self.notices) == {each.id for each in meeting.notices}

    def _said(self, meeting_id: int) -> Iterator[tuple[tuple[int, int], tuple[object, ...]]]:
        meeting = snapshot(self.held.database, meeting_id)
        for each in meeting.verifications:
            for item in items_of(meeting, each) if each.signed_by else ():
                parts = (shown(meeting, item, part, texts("sv")).blocks for part in Written)
                words = (item.number, item.title, item.registered_as, *map(plain, parts))
                called = None if each.immediate else meeting.organisation.name
                yield (each.id, item.id), (*words, called)


def _refused_in_words(deed: Deed, at: At) -> bool:
    """Tell whether it was done, or refused by the program and not by the file's guards."""
    try:
        deed(at)
    except RuleBroken as error:
        return not isinstance(error, Guarded)
    except LookupError:
        return True
    return True


@settings(max_examples=3)
@given(some.lists(steps, min_size=8, max_size=16))
def test_no_verified_word_changes_and_no_notice_is_shortened(
    done: list[tuple[str, int, int, bool]],
) -> None:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "ekby.klubban"
        path.write_bytes(_evening())
        with closing(Database.open(path)) as database:
            held = Called(database, 1, 1, (1, 2, 3))
            witness = Witness(held)
            for what, one, two, flag in [("verify", 0, 0, False), ("close", 0, 0, False), *done]:
                assert _refused_in_words(ALL[what], At(held, one, two, flag)), what
                witness.look()
            with database.read() as read:
                assert list(frozen.unlike(read)) == []
            assert witness.words
            assert findings(database) == []
