"""Plans, promises and goals as documents."""

from __future__ import annotations

from datetime import date

from klubban.documents import commitment_lists, commitments, goals, public_words
from klubban.documents.commitment_register import Register, Sort
from klubban.domain.body import Organisation
from klubban.domain.commitment import Commitment, CommitmentKind
from klubban.domain.errors import RuleBroken
from klubban.domain.masking import without_masked
from klubban.domain.noted_at import NotedAt
from klubban.domain.text import Blocks, from_plain
from klubban.domain.veiled_plans import is_hidden, veiled, veiled_goal
from klubban.i18n import Texts, texts
from klubban.operations.export import Prepared
from klubban.operations.file_names import slug, stem_of
from klubban.store import commitments as store
from klubban.store import reads
from klubban.store.database import Database


def prepare_commitment(
    database: Database, commitment_id: int, day: date, *, public: bool = False
) -> Prepared:
    """Return one plan with its history as it stands on a day; raises LookupError for an unknown one.

    Of what came out of a confidential item no words are told, and it is not published: RuleBroken.
    """
    with database.read() as read:
        organisation = reads.organisation(read) or Organisation(name="")
        bodies = {each.id: each for each in reads.bodies(read)}
        every = {each.id: each for each in store.commitments(read)}
        one = every[commitment_id]
        at = store.noted_at(read, {item for each in every.values() for item in store.items_of(each)})
    words = texts(organisation.language)
    secret = _secret(at)
    if public and is_hidden(one, secret):
        raise RuleBroken("It came out of a confidential item, and is not published")
    shown = {id_: _shown(each, secret, words, public=public) for id_, each in every.items()}
    made = commitments.build(
        commitments.Watched(
            organisation=organisation,
            body=bodies[one.body],
            one=shown[one.id],
            day=day,
            at=at,
            others={id_: each.title for id_, each in shown.items()},
            below=tuple(each for each in shown.values() if each.belongs_to == one.id),
            after=next((each for each in shown.values() if each.replaces == one.id), None),
            bodies={id_: each.name for id_, each in bodies.items()},
            public=public,
        )
    )
    name = slug(shown[one.id].title)
    return Prepared(f"{stem_of(bodies[one.body])}-{name}-{day.isoformat()}{_ending(words, public)}", made)


def prepare_agreements(
    database: Database, body_id: int, day: date, *, public: bool = False
) -> list[Prepared]:
    """Return each agreement of a body that is not closed; in public those alone that may be published.

    Raises RuleBroken where there is none.
    """
    with database.read() as read:
        body = {each.id: each for each in reads.bodies(read)}[body_id]
        found = store.followed(read, body_id)
    wanted = [
        each.commitment.id
        for each in found
        if each.commitment.kind is CommitmentKind.AGREEMENT
        and each.commitment.closed_on is None
        and not (public and each.confidential)
    ]
    if not wanted:
        raise RuleBroken("{body} has no agreements", body=body.name)
    made = [prepare_commitment(database, each, day, public=public) for each in wanted]
    return _apart(made)


def prepare_list(
    database: Database, body_id: int, sort: Sort, day: date, *, public: bool = False
) -> Prepared:
    """Return a list of a body's plans and promises; raises LookupError for an unknown body."""
    with database.read() as read:
        organisation = reads.organisation(read) or Organisation(name="")
        body = {each.id: each for each in reads.bodies(read)}[body_id]
        known = store.commitments(read, body_id)
        at = store.noted_at(read, {item for each in known for item in store.items_of(each)})
    words = texts(organisation.language)
    secret = _secret(at)
    told = [each for each in known if not (public and is_hidden(each, secret))]
    register = Register(
        sort=sort,
        organisation=organisation,
        body=body,
        found=tuple(_shown(each, secret, words, public=public) for each in told),
        day=day,
        at=at,
        left_out=len(told) < len(known) if public else None,
    )
    name = slug(_file_name(sort, words))
    return Prepared(
        f"{stem_of(body)}-{name}-{day.isoformat()}{_ending(words, public)}", commitment_lists.build(register)
    )


def prepare_goals(database: Database, body_id: int, day: date, *, public: bool = False) -> Prepared:
    """Return a body's goals with their index by year; raises LookupError for an unknown body."""
    with database.read() as read:
        organisation = reads.organisation(read) or Organisation(name="")
        body = {each.id: each for each in reads.bodies(read)}[body_id]
        known = store.goals(read, body_id)
        plans = {each.id: each for each in store.commitments(read)}
        noted = {item for each in known for item in store.items_of(each)}
        decided = {each.item for each in plans.values()}
        at = store.noted_at(read, noted | decided)
    words = texts(organisation.language)
    signs, secret = public_words.signs(words), _secret(at)
    hidden = {id_ for id_, each in plans.items() if is_hidden(each, secret)}
    told = [each for each in known if not (public and each.commitment in hidden)]
    found = tuple(
        veiled_goal(each, secret, signs.title if each.commitment in hidden else None, _gap(words))
        for each in told
    )
    if public:
        found = tuple(without_masked(each, signs.words) for each in found)
    made = goals.build(
        goals.Goals(organisation=organisation, body=body, goals=found, day=day, at=at, public=public)
    )
    name = words.pgettext("file name", "goals")
    return Prepared(f"{stem_of(body)}-{name}-{day.isoformat()}{_ending(words, public)}", made)


def _shown(one: Commitment, secret: set[int], words: Texts, *, public: bool) -> Commitment:
    signs = public_words.signs(words)
    found = veiled(one, secret, signs.title, _gap(words))
    return without_masked(found, signs.words) if public else found


def _secret(at: dict[int, NotedAt]) -> set[int]:
    return {id_ for id_, each in at.items() if each.confidential}


def _gap(words: Texts) -> Blocks:
    return from_plain(words.gettext("What is said here is confidential and is left out."))


def _file_name(sort: Sort, words: Texts) -> str:
    names = {
        Sort.ACTIVITIES: words.pgettext("file name", "activities"),
        Sort.PROMISES: words.pgettext("file name", "citizen promises"),
        Sort.STEERING: words.pgettext("file name", "steering documents"),
        Sort.RECOMMENDATIONS: words.pgettext("file name", "recommendations"),
    }
    return names[sort]


def _ending(words: Texts, public: bool) -> str:  # noqa: FBT001 - the one thing it asks
    return "-" + words.pgettext("file name", "public") if public else ""


def _apart(made: list[Prepared]) -> list[Prepared]:
    """Return documents whose files have different names."""
    seen: dict[str, int] = {}
    found = []
    for each in made:
        seen[each.stem] = seen.get(each.stem, 0) + 1
        number = seen[each.stem]
        found.append(each if number == 1 else Prepared(f"{each.stem}-{number}", each.document))
    return found
