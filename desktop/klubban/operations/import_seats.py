"""An import's seats: each is recognised by who sits in it as what, and those not mentioned stay."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from klubban.domain.body import Body, Seat, SeatRole
from klubban.domain.seats import check_alternates, check_chairs
from klubban.exchange.open_format import OpenDocument, refusing
from klubban.exchange.registers import OpenSeat
from klubban.operations.naming import id_or_none
from klubban.operations.renewal import Renewal
from klubban.operations.seat_rows import insert_seat
from klubban.store import reads
from klubban.store.change import Change


class SeatsImport:
    """Brings the seats in, body by body."""

    def __init__(
        self, change: Change, document: OpenDocument, bodies: Mapping[str, int], people: Mapping[str, int]
    ) -> None:
        """Take the bodies and people that were brought in before, by their keys."""
        self.change = change
        self.document = document
        self.bodies = bodies
        self.people = people

    def run(self) -> None:
        """Bring them in; raises Refused for a seat that its body cannot have."""
        known = {body.id: body for body in reads.bodies(self.change.connection)}
        for key in dict.fromkeys(seat.body for seat in self.document.seats):
            self._put(known[self.bodies[key]], key)

    def _put(self, body: Body, key: str) -> None:
        places = [place for place, seat in enumerate(self.document.seats) if seat.body == key]
        there = [seat.id for seat in reads.seats(self.change.connection, body.id)]
        renewal = Renewal(self.change, in_order=("seat",))
        renewal.renew(("body", body.id), "seat")
        held = [self.document.seats[place] for place in places]
        ids = [self._put_seat(renewal, body.id, position, each) for position, each in enumerate(held)]
        renewal.finish(but="seat")
        renewal.arrange("seat", there, ids)
        seats, by_id = reads.seats(self.change.connection, body.id), dict(zip(ids, places, strict=True))
        for seat in seats:
            if seat.id in by_id:
                with refusing(self.document.place("seats", by_id[seat.id], "role")):
                    check_alternates(body.rules, seat, seats)
        self._check_chairs(seats, by_id)

    def _put_seat(self, renewal: Renewal, body_id: int, position: int, seat: OpenSeat) -> int:
        id_ = insert_seat(
            renewal,
            body_id,
            position,
            seat.role,
            person=id_or_none(self.people, seat.person),
            alternate_for=id_or_none(self.people, seat.alternate_for),
            party=seat.party,
            represents=seat.represents,
            call_order=seat.order,
            from_date=seat.from_date,
            to_date=seat.to_date,
            rights=seat.rights,
            note=seat.note,
        )
        for place, key in enumerate(seat.stand_ins):
            renewal.insert("stand_in", seat_id=id_, position=place, person_id=self.people[key])
        return id_

    def _check_chairs(self, seats: Sequence[Seat], places: Mapping[int, int]) -> None:
        """Refuse a chair beside another, be that one in the document or in the file alone."""
        chairs = [seat for seat in seats if seat.role is SeatRole.CHAIR]
        there: Sequence[Seat] = [seat for seat in chairs if seat.id not in places]
        for seat in sorted((seat for seat in chairs if seat.id in places), key=lambda seat: places[seat.id]):
            there = [*there, seat]
            with refusing(self.document.place("seats", places[seat.id], "role")):
                check_chairs(there)
