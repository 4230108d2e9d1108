"""What an import says was moved, put, voted, elected and said about one item."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from klubban.domain.body import Named
from klubban.domain.decided import Ballot, OpinionKind
from klubban.exchange.items import OpenItem
from klubban.exchange.minutes import OpenOpinion
from klubban.exchange.own_text_keys import read
from klubban.operations.import_register import RegisterImport
from klubban.operations.naming import id_or_none
from klubban.operations.proceedings import (
    insert_division,
    insert_election,
    insert_motion,
    insert_opinion,
)
from klubban.store.change import Change, id_of

_MOTION = ("key", "asks", "text", "withdrawn", "kept", "in_writing", "noted_at")
_DIVISION = ("key", "casting_vote", "lot", "minority", "asked_by", "result")
_OPINION = ("lodged_on", "lodged_at", "awaited", "lapsed", "appendix")
_ELECTION = ("office", "seats", "method", "blank", "invalid")
_CANDIDATE = ("votes", "elected", "by_lot")


class MinutesImport:
    """Brings the minutes of one item in."""

    def __init__(
        self,
        register: RegisterImport,
        change: Change,
        item_id: int,
        item: OpenItem,
        recesses: Sequence[int],
    ) -> None:
        """Write through a change, which may be a renewal; `recesses` are those of the meeting."""
        self.register = register
        self.change = change
        self.item_id = item_id
        self.item = item
        self._ids: dict[str, Sequence[int]] = {"recess": recesses}
        self._motions: dict[str, int] = {}

    def run(self) -> None:
        """Write them, what others refer to first."""
        self._ids["motion"] = self._put_motions()
        self._ids["put"] = self._put_puts()
        self._ids["division"] = self._put_divisions()
        self._ids["election"] = self._put_elections()
        self._ids["opinion"] = self._put_opinions()
        self._put_own_texts()

    def _put_motions(self) -> list[int]:
        ids = []
        for place, each in enumerate(self.item.motions):
            facts = {name: getattr(each, name) for name in _MOTION}
            by = self.register.everybody(each.by)
            ids.append(insert_motion(self.change, self.item_id, place, by, **facts))
            if each.key:
                self._motions[each.key] = ids[-1]
        for id_, each in zip(ids, self.item.motions, strict=True):
            self.change.update("motion", id_, instead_of_id=id_or_none(self._motions, each.instead_of))
        return ids

    def _put_puts(self) -> list[int]:
        return [
            self.change.insert(
                "put",
                item_id=self.item_id,
                position=place,
                puts=each.puts,
                motion_id=id_or_none(self._motions, each.motion),
                adopted=each.adopted,
            )
            for place, each in enumerate(self.item.puts)
        ]

    def _put_divisions(self) -> list[int]:
        ids: list[int] = []
        keyed: dict[str, int] = {}
        for place, each in enumerate(self.item.divisions):
            division = insert_division(
                self.change,
                self.item_id,
                place,
                each.question,
                (each.yes, each.no),
                after=id_or_none(keyed, each.after),
                votes=[(self.register.who(vote.person), vote.vote) for vote in each.votes],
                ballot=Ballot(**each.ballot.model_dump()) if each.ballot else None,
                put_id=None if each.put is None else self._ids["put"][each.put - 1],
                yes_motion_id=id_or_none(self._motions, each.yes_motion),
                no_motion_id=id_or_none(self._motions, each.no_motion),
                **{name: getattr(each, name) for name in _DIVISION},
            )
            ids.append(division)
            if each.key:
                keyed[each.key] = division
        return ids

    def _put_elections(self) -> list[int]:
        ids = []
        for place, each in enumerate(self.item.elections):
            candidates: list[tuple[Named, Mapping[str, object]]] = [
                (self.register.who(who.person), {name: getattr(who, name) for name in _CANDIDATE})
                for who in each.candidates
            ]
            facts = {name: getattr(each, name) for name in _ELECTION}
            ids.append(insert_election(self.change, self.item_id, place, candidates, **facts))
        return ids

    def _put_opinions(self) -> list[int]:
        opinions: list[tuple[OpinionKind, OpenOpinion]] = [
            (OpinionKind.RESERVATION, each) for each in self.item.reservations
        ]
        opinions += [(OpinionKind(each.kind), each) for each in self.item.statements]
        return [
            insert_opinion(
                self.change,
                self.item_id,
                place,
                kind,
                self.register.everybody(each.by),
                each.text,
                motion_id=id_or_none(self._motions, each.motion),
                **{name: getattr(each, name) for name in _OPINION},
            )
            for place, (kind, each) in enumerate(opinions)
        ]

    def _put_own_texts(self) -> None:
        if not self.item.own_texts:
            return
        ids: Mapping[str, Sequence[int]] = self._ids | {"candidate": self._candidates()}
        for own in self.item.own_texts:
            id_ = self.change.insert("own_text", item_id=self.item_id, part=own.part, text=own.text)
            for place, each in enumerate(own.said):
                key = read(each.key, ids)
                self.change.insert("said", own_text_id=id_, position=place, key=key, words=each.words)

    def _candidates(self) -> list[int]:
        elections = self._ids["election"]
        return [id_of(row) for id_ in elections for row in self.change.rows("candidate", election_id=id_)]
