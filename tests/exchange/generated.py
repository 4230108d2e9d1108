"""Documents of the open format, made up by Hypothesis as `dump` would write them."""

from __future__ import annotations

import unicodedata
from datetime import date
from typing import Any, TypeAlias

from hypothesis import strategies as st

from klubban.domain.body import SeatRole
from klubban.domain.meeting import (
    Appeal,
    Asks,
    AssignmentStatus,
    AttendsAs,
    ItemKind,
    Outcome,
    Question,
    Stage,
    SubmissionKind,
    Vote,
)
from klubban.domain.rules import BodyKind
from klubban.domain.text import Bullets, Points, Run, Table, Text, tidy
from klubban.exchange import keys

Object: TypeAlias = dict[str, Any]

LETTERS = st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"], exclude_characters="\ufffe\uffff")


def _plain(text: str) -> str:
    return unicodedata.normalize("NFC", text).strip()


WORDS = (
    st.text(LETTERS, min_size=1, max_size=30).map(_plain).filter(lambda text: bool(text) and "\n" not in text)
)
TITLES = WORDS.map(lambda text: " ".join(text.split()))
DAYS = st.dates(date(1800, 1, 1), date(2199, 12, 31)).map(date.isoformat)
CLOCKS = st.times().map(lambda moment: f"{moment:%H:%M}")
NUMBERS = st.integers(1, 999_999)
RANGES = st.sampled_from(["1", "1-21", "57-64, 66", "3, 5, 7-9"])

_LINES = st.one_of(WORDS, st.sampled_from(["två\nrader", "ett\n\nhål", " luft "]))
_RUNS = st.lists(st.builds(Run, _LINES, st.booleans(), st.booleans()), max_size=3).map(tuple)
_ROWS = st.lists(st.lists(_RUNS, min_size=1, max_size=3).map(tuple), min_size=1, max_size=3).map(tuple)
_BLOCKS = st.lists(
    st.one_of(
        st.builds(Text, _RUNS),
        st.builds(Points, st.lists(_RUNS, max_size=3).map(tuple)),
        st.builds(Bullets, st.lists(_RUNS, max_size=3).map(tuple)),
        st.builds(Table, _ROWS),
    ),
    max_size=3,
)
TEXTS = _BLOCKS.map(lambda blocks: keys.text(tidy(blocks)))
DECISIONS = _BLOCKS.map(lambda blocks: keys.decision(tidy(blocks)))


def words_of(kind: Any) -> st.SearchStrategy[str]:
    return st.sampled_from([word.value for word in kind])


def an_object(
    required: dict[str, st.SearchStrategy[Any]], optional: dict[str, st.SearchStrategy[Any]]
) -> st.SearchStrategy[Object]:
    """Return objects without keys that have nothing to say, as `dump` leaves them out."""
    made = st.fixed_dictionaries(required, optional=optional)
    return made.map(
        lambda found: {key: part for key, part in found.items() if key in required or _says(part)}
    )


def _says(part: Any) -> bool:
    return part is not False and part not in ("", [], {})


def some(of: st.SearchStrategy[Any], most: int = 3) -> st.SearchStrategy[list[Any]]:
    return st.lists(of, max_size=most)


def one_or_many(of: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    """Return one, or at least two: a list of one is written without its list."""
    return st.lists(of, min_size=1, max_size=3).map(
        lambda found: found[0] if len(found) == 1 and found[0] else found
    )


def keyed(things: list[Object], prefix: str) -> list[Object]:
    """Give things keys of their own."""
    return [{"key": f"{prefix}{place}", **thing} for place, thing in enumerate(things)]


class Register:
    """The strategies that refer to the people, bodies and matters of one document."""

    def __init__(self, people: list[Object], bodies: list[Object], matters: list[Object]) -> None:
        self._named = {person["key"]: (person["name"], person.get("party")) for person in people}
        self._called = {body["key"]: body["name"] for body in bodies}
        self.people = st.sampled_from(sorted(self._named))
        self.bodies = st.sampled_from(sorted(self._called))
        self.matters = st.sampled_from(sorted(matter["key"] for matter in matters))
        self.names = WORDS.filter(lambda name: name not in self._named | self._called)
        other = an_object({"name": WORDS}, {"key": self.people, "party": WORDS}).filter(self._differs)
        self.who = st.one_of(self.people, other)
        self.alone = st.one_of(
            self.people, self.names, other.filter(lambda who: "key" in who or "party" in who)
        )
        self.addressees = st.one_of(self.bodies, self.names)

    def _differs(self, who: Object) -> bool:
        return self._named.get(who.get("key", "")) != (who["name"], who.get("party"))

    def different_people(self, **more: st.SearchStrategy[Any]) -> st.SearchStrategy[list[Object]]:
        """Return objects each of which names another person."""
        required = {"person": self.who} | {key: more.pop(key) for key in ("as", "vote") if key in more}
        return st.lists(
            an_object(required, more), max_size=4, unique_by=lambda found: _key_of(found["person"])
        )

    def votes(self) -> st.SearchStrategy[Any]:
        """Return votes by key, or a list where somebody is named otherwise."""
        listed = self.different_people(vote=words_of(Vote))
        return listed.map(
            lambda votes: (
                votes
                if any(isinstance(vote["person"], dict) for vote in votes)
                else {vote["person"]: vote["vote"] for vote in votes}
            )
        )


def _key_of(who: Any) -> str:
    return who if isinstance(who, str) else who.get("key", f"name {who['name']}")


def assignments(register: Register) -> st.SearchStrategy[Object]:
    status = st.sampled_from([AssignmentStatus.DONE.value, AssignmentStatus.CANCELLED.value])
    report = st.fixed_dictionaries({"date": DAYS, "text": TEXTS})
    return an_object(
        {"to": register.alone, "text": WORDS}, {"due": DAYS, "status": status, "reports": some(report)}
    )


def divisions(register: Register) -> st.SearchStrategy[list[Object]]:
    count = st.integers(0, 999_999)
    ballot = st.fixed_dictionaries(dict.fromkeys(("yes", "no", "blank", "invalid"), count))
    others = st.sampled_from([word.value for word in Question if word is not Question.MAIN])
    division = an_object(
        {"yes": WORDS, "no": WORDS},
        {
            "for": others,
            "votes": register.votes(),
            "ballot": ballot,
            "casting_vote": st.sampled_from(["yes", "no"]),
            "result": WORDS,
        },
    )
    return some(division).map(_in_sequence)


def _in_sequence(found: list[Object]) -> list[Object]:
    made = keyed(found, "division")
    return [made[0], *({"after": "division0", **each} for each in made[1:])] if made else []


def referrals() -> st.SearchStrategy[Object]:
    answer = an_object({"from": WORDS}, {"date": DAYS, "texts": some(TEXTS)})
    return an_object(
        {"due": DAYS},
        {"title": WORDS, "referees": some(WORDS), "questions": some(WORDS), "answers": some(answer)},
    )


def papers() -> st.SearchStrategy[Any]:
    full = an_object(
        {"title": WORDS}, {"sha256": st.just("0f" * 32), "type": WORDS, "confidential": st.booleans()}
    )
    return st.one_of(WORDS, full.filter(lambda paper: len(paper) > 1))


@st.composite  # whose name is short: Hypothesis would write out what it is made of
def items(draw: st.DrawFn, register: Register) -> Object:
    motion = an_object(
        {"asks": words_of(Asks)},
        {
            "by": st.one_of(register.alone, st.lists(register.who, min_size=2, max_size=3)),
            "text": TEXTS,
            "withdrawn": st.booleans(),
        },
    )
    proposal = an_object({"body": register.addressees}, {"decision": DECISIONS})
    voices = one_or_many(register.who)
    made = an_object(
        {"title": TITLES},
        {
            "matter": register.matters,
            "registry_number": WORDS,
            "kind": words_of(ItemKind),
            "presenters": some(WORDS),
            **dict.fromkeys(("proposal", "earlier", "summary", "proceedings"), TEXTS),
            "decision": DECISIONS,
            "documents": some(papers()),
            "motions": some(motion).map(lambda found: keyed(found, "motion")),
            "divisions": divisions(register),
            "proposes_to": some(proposal),
            "disqualifications": some(
                an_object({"person": register.who}, {"ground": WORDS, "raised_by": register.names})
            ),
            "not_taking_part": some(register.who),
            "reservations": some(an_object({"by": voices}, {"text": TEXTS})),
            "statements": some(an_object({"by": voices}, {"text": TEXTS, "kind": st.just("note")})),
            "assignments": some(assignments(register)),
            "referral": referrals(),
            "dispatch_to": some(WORDS),
            "outcome": words_of(Outcome),
            "appeal": words_of(Appeal),
            **dict.fromkeys(("verified_immediately", "confidential", "exercise_of_authority"), st.booleans()),
        },
    )
    return draw(made)


def _numbered(found: list[Object]) -> list[Object]:
    return [{**each, "paragraph": place} for place, each in enumerate(keyed(found, "item"), 1)]


@st.composite
def meetings(draw: st.DrawFn, register: Register) -> Object:
    attendee = register.different_people(
        **{"as": words_of(AttendsAs), "for": register.who},
        title=WORDS,
        paragraphs=RANGES,
        items=st.just(["item0"]),
        remote=st.booleans(),
    )
    verification = an_object(
        {},
        {
            "paragraphs": RANGES,
            "verifiers": some(register.who),
            "signed_by": some(register.who),
            "place": WORDS,
            "date": DAYS,
            "time": CLOCKS,
            "immediate": st.booleans(),
        },
    )
    notice = an_object(
        {},
        {"paragraphs": RANGES, "posted": DAYS, "removed": DAYS, "kept_at": WORDS, "signed_by": register.who},
    )
    made = an_object(
        {
            "body": register.bodies,
            "date": DAYS,
            "stage": words_of(Stage),
            "items": st.lists(items(register), min_size=1, max_size=3).map(_numbered),
        },
        {
            **dict.fromkeys(("start", "end"), CLOCKS),
            "end_date": DAYS,
            "place": WORDS,
            "recesses": some(an_object({"from": CLOCKS}, {"to": CLOCKS})),
            "chair": register.who,
            "secretary": register.who,
            "paragraphs": RANGES,
            "attendance": attendee,
            "absent": register.different_people(told=st.booleans()),
            "verification": one_or_many(verification),
            "notice": one_or_many(notice),
        },
    )
    return draw(made)


def _bodies() -> st.SearchStrategy[list[Object]]:
    rules = st.sampled_from([{}, {"quorum": False}])
    body = an_object(
        {"name": WORDS, "kind": st.just(BodyKind.COMMITTEE.value)},
        {"short": WORDS, "seats": NUMBERS, "purpose": WORDS, "rules": rules},
    )
    return st.lists(body, min_size=1, max_size=3, unique_by=lambda found: found["name"]).map(
        lambda found: keyed(found, "b")
    )


def _matters() -> st.SearchStrategy[list[Object]]:
    raised = an_object({"kind": words_of(SubmissionKind)}, {"by": WORDS, "date": DAYS})
    matter = an_object({"title": WORDS}, {"registry_number": WORDS, "submission": raised})
    return st.lists(
        matter, min_size=1, max_size=3, unique_by=lambda found: found.get("registry_number", found["title"])
    ).map(lambda found: keyed(found, "m"))


def _people() -> st.SearchStrategy[list[Object]]:
    person = an_object(
        {"name": WORDS}, dict.fromkeys(("party", "organisation", "title", "email", "phone"), WORDS)
    )
    return st.lists(
        person, min_size=1, max_size=4, unique_by=lambda found: (found["name"], found.get("party"))
    ).map(lambda found: keyed(found, "p"))


def seats(register: Register) -> st.SearchStrategy[Object]:
    return an_object(
        {"body": register.bodies, "role": words_of(SeatRole)},
        {
            "person": register.people,
            "party": WORDS,
            "represents": WORDS,
            "order": st.integers(0, 99),
            "alternate_for": register.people,
            "from": DAYS,
            "to": DAYS,
        },
    )


@st.composite
def documents(draw: st.DrawFn) -> Object:
    """Return a whole document, in the order that `dump` gives it."""
    bodies, people, matters = draw(_bodies()), draw(_people()), draw(_matters())
    register = Register(people, bodies, matters)
    held = draw(st.lists(meetings(register), max_size=2, unique_by=lambda found: found["date"]))
    sat = draw(some(seats(register)))
    given = {
        "format": "klubban-open-1",
        "organisation": draw(
            an_object({"name": WORDS}, dict.fromkeys(("number", "address", "website"), WORDS))
        ),
        "bodies": bodies,
        "people": people,
        "seats": sorted(sat, key=lambda seat: seat["body"]),
        "matters": matters,
        "meetings": sorted(held, key=lambda meeting: meeting["date"]),
        "assignments": [each | {"body": "b0"} for each in draw(some(assignments(register)))],
    }
    return {key: part for key, part in given.items() if part}
