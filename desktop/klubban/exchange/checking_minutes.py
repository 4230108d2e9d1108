"""What must hold in the minutes of an item: what was voted refers to what was moved and put there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from klubban.exchange.once import KEY_TAKEN, PERSON_TWICE, once
from klubban.exchange.own_text_keys import unknown
from klubban.exchange.refused import Refused
from klubban.i18n import N_

if TYPE_CHECKING:
    from collections.abc import Iterator

    from klubban.exchange.items import OpenItem
    from klubban.exchange.json_bytes import Steps
    from klubban.exchange.meetings import OpenDocument

_NO_MOTION = N_("The item has no motion with the key {key}")


def check_minutes(document: OpenDocument, item: OpenItem, steps: Steps, recesses: int) -> None:
    """Raise Refused for what stands twice, or refers to what the item, or its meeting, does not have."""
    for name in ("motions", "divisions"):
        keys = (((*steps, name, at, "key"), part.key) for at, part in enumerate(getattr(item, name)))
        once(document, keys, KEY_TAKEN)
    _check_motions(document, item, steps)
    _check_divisions(document, item, steps)
    for at, election in enumerate(item.elections):
        inside = (*steps, "elections", at, "candidates")
        keyed = enumerate(each.person.key for each in election.candidates)
        people = (((*inside, place, "person"), key) for place, key in keyed)
        once(document, people, PERSON_TWICE)
    _check_own_texts(document, item, steps, recesses)


def _check_motions(document: OpenDocument, item: OpenItem, steps: Steps) -> None:
    known = {motion.key for motion in item.motions} | {None}
    for inside, key in _motions_named(item):
        if key not in known:
            raise Refused(document.place(*steps, *inside), _NO_MOTION, key=key)
    first = {motion.key: motion.instead_of for motion in item.motions}
    for at, motion in enumerate(item.motions):
        behind, climbed = motion.instead_of, 0
        while behind is not None and climbed <= len(first):
            behind, climbed = first[behind], climbed + 1
        if behind is not None:
            where = document.place(*steps, "motions", at, "instead_of")
            raise Refused(where, N_("A motion cannot stand in the second place behind itself"))


def _motions_named(item: OpenItem) -> Iterator[tuple[Steps, str | None]]:
    for at, motion in enumerate(item.motions):
        yield ("motions", at, "instead_of"), motion.instead_of
    for at, put in enumerate(item.puts):
        yield ("puts", at, "motion"), put.motion
    for at, division in enumerate(item.divisions):
        yield ("divisions", at, "yes_motion"), division.yes_motion
        yield ("divisions", at, "no_motion"), division.no_motion
    for name in ("reservations", "statements"):
        for at, opinion in enumerate(getattr(item, name)):
            yield (name, at, "motion"), opinion.motion


def _check_divisions(document: OpenDocument, item: OpenItem, steps: Steps) -> None:
    earlier: set[str | None] = {None}
    for at, division in enumerate(item.divisions):
        inside = (*steps, "divisions", at)
        if division.after not in earlier:
            template = N_("No division earlier in the list has the key {key}")
            raise Refused(document.place(*inside, "after"), template, key=division.after)
        earlier.add(division.key)
        if division.put is not None and division.put > len(item.puts):
            where = document.place(*inside, "put")
            raise Refused(where, N_("No question {number} was put"), number=division.put)
        people = (((*inside, "votes", place), vote.person.key) for place, vote in enumerate(division.votes))
        once(document, people, PERSON_TWICE)


def _check_own_texts(document: OpenDocument, item: OpenItem, steps: Steps, recesses: int) -> None:
    parts = (((*steps, "own_texts", at, "part"), each.part) for at, each in enumerate(item.own_texts))
    once(document, parts, N_("The text of {what} stands first at {first}"))
    counts = {
        "motion": len(item.motions),
        "put": len(item.puts),
        "division": len(item.divisions),
        "election": len(item.elections),
        "candidate": sum(len(each.candidates) for each in item.elections),
        "opinion": len(item.reservations) + len(item.statements),
        "recess": recesses,
    }
    for at, own in enumerate(item.own_texts):
        inside = (*steps, "own_texts", at, "said")
        keys = [((*inside, place, "key"), each.key) for place, each in enumerate(own.said)]
        once(document, keys, KEY_TAKEN)
        for where, key in keys:
            found = unknown(key, counts)
            if found:
                raise Refused(document.place(*where), N_("The item has no {thing}"), thing=found)
