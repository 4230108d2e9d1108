"""The hand-over of one body, or of all, as a document."""

from __future__ import annotations

from typing import TYPE_CHECKING

from klubban.documents import hand_over, terms
from klubban.documents.hand_over_house import House
from klubban.documents.hand_over_open import Open, OpenMatter
from klubban.documents.public_words import signs
from klubban.domain.body import Organisation
from klubban.domain.matter_history import is_open, shown
from klubban.domain.meeting import Stage
from klubban.domain.scope import Scope
from klubban.i18n import texts
from klubban.operations.board import read_board
from klubban.operations.export import Prepared
from klubban.operations.file_names import slug, stem_of
from klubban.store import agendas, commitments, inquiries, matters, minutes, reads, verifications

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from klubban.domain.body import Body
    from klubban.domain.commitments_due import Followed
    from klubban.domain.inquiries_due import Watched
    from klubban.domain.phrases import Phrase
    from klubban.domain.planned import Planned
    from klubban.operations.board import Board
    from klubban.store.database import Database
    from klubban.store.reading import Read

_TO_HOLD = (Stage.PLANNED, Stage.SUMMONED)
_HELD = (Stage.IN_SESSION, Stage.CLOSED, Stage.READY)


def prepare_hand_over(database: Database, day: date, body_id: int | None = None) -> Prepared:
    """Return what is handed over on a day, of one body or of all; raises LookupError for no such body."""
    board = read_board(database, day)
    with database.read() as read:
        organisation = reads.organisation(read) or Organisation(name="")
        bodies = {body.id: body for body in reads.bodies(read)}
        chosen = tuple(bodies.values()) if body_id is None else (bodies[body_id],)
        phrases = minutes.phrases(read)
        words = texts(organisation.language)
        opened = _Opened.of(read, board, day, signs(words).title)
        people = {person.id: person for person in reads.people(read)}
        found = hand_over.HandOver(
            organisation=organisation,
            day=day,
            bodies=tuple(
                hand_over.OfBody(
                    terms=terms.Terms(
                        organisation=organisation,
                        body=body,
                        bodies=bodies,
                        people=people,
                        seats=reads.seats(read, body.id),
                        day=day,
                    ),
                    open=opened.by(read, body, phrases),
                )
                for body in chosen
            ),
            house=House(
                organisation=organisation,
                file_name=database.path.name,
                addressees=verifications.addressees(read),
                phrases=tuple(each for each in phrases if each.body is None),
                words=tuple(word for _, word in minutes.own_words(read)),
            ),
        )
    name = slug(words.pgettext("file name", "hand-over"))
    stem = f"{stem_of(bodies[body_id])}-" if body_id is not None else ""
    return Prepared(f"{stem}{name}-{day.isoformat()}", hand_over.build(found))


class _Opened:
    """All that is open in the file, read once and told by body."""

    def __init__(self, board: Board, watched: Watched, day: date) -> None:
        self._board, self._watched, self._day = board, watched, day
        self._matters: tuple[OpenMatter, ...] = ()
        self._plans: tuple[Followed, ...] = ()

    @classmethod
    def of(cls, read: Read, board: Board, day: date, neutral: str) -> _Opened:
        """Read what the board has not; `neutral` is what a confidential matter is called."""
        made = cls(board, inquiries.due(read), day)
        handled = matters.handled(read)
        made._matters = tuple(
            OpenMatter(shown(each, handled.get(each.id, ()), neutral), handled.get(each.id, ()))
            for each in reads.matters(read)
            if is_open(each, handled.get(each.id, ()), day)
        )
        made._plans = tuple(each for each in commitments.followed(read) if not each.commitment.closed_on)
        return made

    def by(self, read: Read, body: Body, phrases: tuple[Phrase, ...]) -> Open:
        """Return what one body has open."""
        own = [each for each in self._board.meetings if each.body == body.id and each.stands]
        watched, places = self._watched, self._places
        return Open(
            body=body,
            meetings=tuple(each for each in own if each.stage in _TO_HOLD and each.date >= self._day),
            unverified=tuple(each for each in own if _waits(each, body)),
            duties=self._board.near(Scope(body.id)),
            matters=tuple(
                each
                for each in self._matters
                if each.matter.body == body.id or any(one.body == body.id for one in each.handled)
            ),
            assignments=tuple(each for each in self._board.assigned if body.id in (each.body, each.heard_by)),
            inquiries=tuple(each for each in watched.inquiries if each.body == body.id),
            hidden=watched.confidential,
            received=tuple(
                (each, watched.matters.get(each.matter))
                for each in watched.received
                if places.get(each.matter) == body.id
            ),
            plans=tuple(each for each in self._plans if each.commitment.body == body.id),
            standing=agendas.standing_items(read, body.id),
            phrases=tuple(each for each in phrases if each.body == body.id),
        )

    @property
    def _places(self) -> Mapping[int, int | None]:
        return {id_: place.body for id_, place in self._watched.matters.items()}


def _waits(meeting: Planned, body: Body) -> bool:
    return body.rules.verified and meeting.stage in _HELD
