"""Documents of the open format, made up by Hypothesis as `dump` would write them."""

from __future__ import annotations

from typing import Any

from hypothesis import strategies as st

from exchange import generated_plans as plans
from exchange.generated_minutes import minutes
from exchange.generated_values import (
    CLOCKS,
    DAYS,
    DECISIONS,
    NUMBERS,
    RANGES,
    TEXTS,
    TITLES,
    WORDS,
    Object,
    an_object,
    keyed,
    one_or_many,
    some,
    words_of,
)
from klubban.domain.agenda import ItemKind, Origin
from klubban.domain.assignment import AssignmentStatus
from klubban.domain.body import SeatRole
from klubban.domain.decided import Vote
from klubban.domain.meeting import Appeal, AttendsAs, Outcome, Stage, SubmissionKind
from klubban.domain.roll import Coming, Deviates, Moment, OnRollAs
from klubban.domain.rules import BodyKind, Right, Rules, plain_rules
from klubban.domain.service import OrderOfCall


def without_what_follows(document: Object) -> Object:
    """Return a document without what is written beside a roll, since it follows from that."""
    follows = ("attendance", "presiding")
    meetings = [
        {key: part for key, part in meeting.items() if "roll" not in meeting or key not in follows}
        for meeting in document.get("meetings", ())
    ]
    return {**document, "meetings": meetings} if meetings else document


class Register:
    """The strategies that refer to the people, bodies and matters of one document."""

    def __init__(self, people: list[Object], bodies: list[Object], matters: list[Object]) -> None:
        self._named = {person["key"]: (person["name"], person.get("party")) for person in people}
        self._called = {body["key"]: body["name"] for body in bodies}
        self.types = {
            body["key"]: [kind["name"] for kind in body.get("meeting_types", ())] for body in bodies
        }
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


def _due_from_the_day(meetings: list[Object]) -> None:
    """Let nothing be due before the meeting that gave it."""
    for meeting in meetings:
        for each in (given for item in meeting.get("items", ()) for given in item.get("assignments", ())):
            if "due" in each:
                each["due"] = max(each["due"], meeting["date"])


def referrals() -> st.SearchStrategy[Object]:
    answer = an_object({"from": WORDS}, {"date": DAYS, "texts": some(TEXTS)})
    return an_object(
        {"due": DAYS},
        {"title": WORDS, "referees": some(WORDS), "questions": some(WORDS), "answers": some(answer)},
    )


def papers() -> st.SearchStrategy[Any]:
    full = an_object(
        {"title": WORDS},
        {
            "sha256": st.just("0f" * 32),
            "type": WORDS,
            "confidential": st.booleans(),
            "number": NUMBERS,
            "file": plans.FILE_NAMES,
        },
    )
    return st.one_of(WORDS, full.filter(lambda paper: len(paper) > 1))


@st.composite  # whose name is short: Hypothesis would write out what it is made of
def items(draw: st.DrawFn, register: Register) -> Object:
    proposal = an_object({"body": register.addressees}, {"decision": DECISIONS})
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
            "proposes_to": some(proposal),
            "disqualifications": some(
                an_object({"person": register.who}, {"ground": WORDS, "raised_by": register.names})
            ),
            "deviations": some(
                an_object({"rule": words_of(Deviates), "reason": WORDS}, {"person": register.who})
            ),
            "not_taking_part": some(register.who),
            "assignments": some(assignments(register)),
            "referral": referrals(),
            "dispatch_to": some(WORDS),
            "outcome": words_of(Outcome),
            "appeal": words_of(Appeal),
            **dict.fromkeys(("verified_immediately", "confidential", "exercise_of_authority"), st.booleans()),
            "origin": words_of(Origin),
            **plans.preparation(register.who),
        },
    )
    return draw(made) | draw(minutes(register))


def _numbered(found: list[Object]) -> list[Object]:
    return [{**each, "paragraph": place} for place, each in enumerate(keyed(found, "item"), 1)]


def _stays(items: int) -> st.SearchStrategy[list[Object]]:
    """Return the times that somebody was there, at a meeting whose items have their places for numbers."""
    times = {"remote": st.booleans(), "came_at": st.just("08:15"), "went_at": st.just("17:45")}
    came = st.sampled_from([moment.value for moment in Moment if moment is not Moment.BEFORE])
    went = st.sampled_from([moment.value for moment in Moment if moment is not Moment.AFTER])
    numbers = st.integers(1, items)
    one = st.one_of(
        an_object({}, times),
        an_object({"from": numbers}, {"came": came, **times}),
        an_object({"to": numbers}, {"went": went, **times}),
    )
    two = st.fixed_dictionaries({"to": st.just(1), "went": st.just("during")})
    again = an_object({"from": st.just(1), "came": st.just("decided")}, {"remote": st.booleans()})
    return st.one_of(st.just([]), one.map(lambda stay: [stay]), st.tuples(two, again).map(list))


@st.composite
def rolls(draw: st.DrawFn, register: Register, items: int) -> Object:
    """Return what is recorded of who was there, with the rules of the day."""
    facts = {
        "represents": WORDS,
        "title": WORDS,
        "instead_of": register.who,
        "since": DAYS,
        "rights": st.lists(words_of(Right), unique=True),
        "stays": _stays(items),
    }
    people = draw(register.different_people(**{"as": words_of(OnRollAs)}, **facts))
    lines: list[Object] = [*people, {"as": "member", "seat_party": draw(WORDS)}]
    seats = [number for number, line in enumerate(lines, 1) if OnRollAs(line["as"]).has_seat]
    for line in lines:
        if line["as"] == "alternate" and draw(st.booleans()):
            line["personal_for"] = draw(st.sampled_from(seats))
        if line["as"] == "member" and people and draw(st.booleans()):
            line["stand_ins"] = draw(st.lists(st.integers(1, len(people)), min_size=1, max_size=2))
    persons = {"serves": st.integers(1, len(people))} if people else {}
    ruling = an_object(
        {"from": st.just(1), "reason": WORDS},
        {"for": st.sampled_from(seats), "to": st.integers(1, items), **persons},
    )
    own = {"remote": draw(st.booleans()), "alternates": draw(words_of(OrderOfCall))}
    rules = {"rules": {**plain_rules(Rules()), **own}, "seats": draw(NUMBERS)}
    rulings = draw(some(ruling))
    return {"roll": lines, "rules": rules, **({"rulings": rulings} if rulings else {})}


@st.composite
def meetings(draw: st.DrawFn, register: Register) -> Object:
    attendee = register.different_people(
        **{"as": words_of(AttendsAs), "for": register.who},
        title=WORDS,
        paragraphs=RANGES,
        items=st.just(["item0"]),
        partly=RANGES,
        remote=st.booleans(),
        came_at=st.just("18:45"),
        went_at=st.just("00:05"),
    )
    call_up = an_object(
        {"person": register.who}, {"for": register.who, "asked": DAYS, "answer": words_of(Coming)}
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
            **dict.fromkeys(("start", "opened", "end"), CLOCKS),
            **dict.fromkeys(("end_date", "notes_sent", "comments_by"), DAYS),
            "objections": some(
                an_object({"by": register.who}, {"on": DAYS, "item": st.just(1), "text": TEXTS})
            ),
            "place": WORDS,
            "recesses": some(
                an_object(
                    {"from": CLOCKS},
                    {"to": CLOCKS, "adjourned": st.booleans(), "ends_on": DAYS, "after": st.just(1)},
                )
            ),
            "chair": register.who,
            "secretary": register.who,
            "paragraphs": RANGES,
            "call_ups": some(call_up),
            "attendance": attendee,
            "absent": register.different_people(told=st.booleans()),
            "verification": one_or_many(verification),
            "notice": one_or_many(notice),
            **plans.planning(),
        },
    )
    found = draw(made)
    names: list[str] = register.types[found["body"]]
    kind = draw(st.sampled_from([None, *names]))
    called = draw(st.one_of(st.none(), rolls(register, len(found["items"]))))
    if called:
        found.pop("attendance", None)
    sendings = draw(plans.sendings(found["items"]))
    return {
        **found,
        **({"type": kind} if kind else {}),
        **(called or {}),
        **({"sendings": sendings} if sendings else {}),
    }


def _bodies(people: list[Object]) -> st.SearchStrategy[list[Object]]:
    rules = st.sampled_from(
        [{}, {"returns": True}, {"series": "term", "verifiers": 0}, {"alternates_may": ["speak", "note"]}]
    )
    chains = st.dictionaries(st.just("S"), st.lists(st.sampled_from(["V", "MP", "C"]), unique=True))
    person = st.sampled_from([each["key"] for each in people])
    invited = st.one_of(
        *(st.fixed_dictionaries({key: of}) for key, of in (("person", person), ("name", WORDS)))
    )
    kind = an_object({"name": WORDS}, {"per_year": NUMBERS, "invited": some(invited)})
    body = an_object(
        {"name": WORDS, "kind": st.just(BodyKind.COMMITTEE.value)},
        {
            **dict.fromkeys(("short", "purpose", "mandate"), WORDS),
            "seats": NUMBERS,
            "review": DAYS,
            "rotation": an_object({}, {"from": st.integers(1800, 2200), "authorities": some(WORDS)}),
            "rules": rules,
            "chains": chains,
            "meeting_types": st.lists(kind, max_size=2, unique_by=lambda found: found["name"].casefold()),
            "absence_to": WORDS,
            "distribution": some(WORDS),
            "patterns": some(plans.patterns()),
            "standing_items": some(plans.standing_items()),
            "habits": plans.habits(),
            "first_numbers": st.dictionaries(st.sampled_from(["2025", "2026"]), NUMBERS),
            "phrases": plans.phrases(),
        },
    )
    return st.lists(body, min_size=1, max_size=3, unique_by=lambda found: found["name"]).map(
        lambda found: keyed(found, "b")
    )


def _matters() -> st.SearchStrategy[list[Object]]:
    raised = an_object({"kind": words_of(SubmissionKind)}, {"by": WORDS, "date": DAYS})
    matter = an_object(
        {"title": WORDS},
        {
            "registry_number": WORDS,
            "submission": raised,
            "body": st.just("b0"),
            "closed": DAYS,
            "closed_because": WORDS,
        },
    )
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


def seats(register: Register) -> st.SearchStrategy[list[Object]]:
    """Return seats of which no body has two for its chair."""
    seat = an_object(
        {"body": register.bodies, "role": words_of(SeatRole)},
        {
            "person": register.people,
            "party": WORDS,
            "represents": WORDS,
            "order": st.integers(0, 99),
            "alternate_for": register.people,
            "from": DAYS,
            "to": DAYS,
            "rights": st.lists(words_of(Right), unique=True),
            "note": WORDS,
            "stand_ins": some(register.people),
        },
    ).map(_in_time)
    return some(seat).map(_with_one_chair)


def _in_time(seat: Object) -> Object:
    if "from" in seat and "to" in seat:
        seat["from"], seat["to"] = sorted((seat["from"], seat["to"]))
    return seat


def _with_one_chair(found: list[Object]) -> list[Object]:
    chaired = set()
    for seat in found:
        if seat["role"] == SeatRole.CHAIR.value and seat["body"] in chaired:
            seat["role"] = SeatRole.MEMBER.value
        chaired |= {seat["body"]} if seat["role"] == SeatRole.CHAIR.value else set()
    return found


@st.composite
def documents(draw: st.DrawFn) -> Object:
    """Return a whole document, in the order that `dump` gives it."""
    people, matters = draw(_people()), draw(_matters())
    bodies = draw(_bodies(people))
    register = Register(people, bodies, matters)
    held = draw(st.lists(meetings(register), max_size=2, unique_by=lambda found: found["date"]))
    _due_from_the_day(held)
    sat = draw(seats(register))
    plans.link(draw, held, bodies)
    told = draw(some(plans.delegated(register.bodies, held)))
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
        "delegated": sorted(told, key=lambda each: each["body"]),
        "phrases": draw(plans.phrases()),
        "words": draw(st.lists(WORDS, max_size=2, unique=True)),
    }
    return {key: part for key, part in given.items() if part}
