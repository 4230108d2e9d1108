"""What is planned and was sent, in documents that Hypothesis makes up."""

from __future__ import annotations

from datetime import date
from typing import Any

from hypothesis import strategies as st

from exchange.generated_values import CLOCKS, DAYS, NUMBERS, TEXTS, WORDS, Object, an_object, some, words_of
from klubban.domain.agenda import Act, ItemKind, Moves
from klubban.domain.habits import Part
from klubban.exchange.plans import WEEKDAYS

FILE_NAMES = WORDS.filter(lambda name: not set(name) & set("/\\") and name not in (".", ".."))

_MONTHS = st.lists(st.integers(1, 12), max_size=3, unique=True)


def patterns() -> st.SearchStrategy[Object]:
    facts = {
        "months": _MONTHS,
        "start": CLOCKS,
        "place": WORDS,
        "moves": st.sampled_from([word.value for word in Moves if word is not Moves.LATER]),
    }
    nth = st.lists(st.sampled_from([1, 2, 3, 4, 5, -1, -2]), min_size=1, max_size=2, unique=True)
    counted = an_object({"weeks": NUMBERS, "first": DAYS}, facts)
    return st.one_of(
        an_object({"weekday": st.sampled_from(WEEKDAYS), "nth": nth}, facts),
        counted.map(lambda each: {"weekday": WEEKDAYS[date.fromisoformat(each["first"]).weekday()], **each}),
    )


def standing_items() -> st.SearchStrategy[Object]:
    facts = {
        "kind": words_of(ItemKind),
        "minutes": NUMBERS,
        "presenters": some(WORDS),
        "proposal": TEXTS,
        "months": _MONTHS,
        "source": WORDS,
        "closing": st.booleans(),
    }
    return an_object({"title": WORDS}, facts)


def preparation(who: st.SearchStrategy[Any]) -> dict[str, st.SearchStrategy[Any]]:
    """Return the keys of an item that are from before its meeting, and the speakers' list."""
    act = an_object({"act": words_of(Act)}, {"by": WORDS, "on": DAYS, "at": CLOCKS, "reason": WORDS})
    paper = an_object(
        {"title": WORDS},
        {"from": WORDS, "due": DAYS, "arrived": DAYS, "approved": DAYS, "approved_by": WORDS},
    )
    speaker = an_object({"person": who}, {"reply": st.booleans(), "seconds": st.integers(0, 999)})
    return {
        "minutes": NUMBERS,
        "start": CLOCKS,
        "acts": some(act),
        "papers": some(paper),
        "comments": some(an_object({"by": WORDS, "text": WORDS}, {"on": DAYS})),
        "speakers": some(speaker),
    }


def planning() -> dict[str, st.SearchStrategy[Any]]:
    """Return the keys of a meeting that are from before it, but for what was sent."""
    group = an_object({"name": WORDS}, {"date": DAYS, "start": CLOCKS, "place": WORDS})
    return {
        "group_meetings": some(group),
        **dict.fromkeys(("papers_due", "announced_on", "cancelled_on"), DAYS),
        "cancelled_because": WORDS,
        "calendar": an_object({}, {"uid": WORDS, "sequence": NUMBERS}),
    }


def sendings(items: list[Object]) -> st.SearchStrategy[list[Object]]:
    """Return what was sent of a meeting whose items are numbered."""
    numbers = st.integers(1, len(items))
    item = an_object({"item": numbers, "number": WORDS, "title": WORDS}, {"withdrawn": st.booleans()})
    document = an_object({"item": numbers, "number": NUMBERS, "title": WORDS}, {"sha256": st.just("0f" * 32)})
    held = [at for at, each in enumerate(items, 1) if each.get("documents")]
    if held:
        kept = an_object(
            {"item": st.sampled_from(held), "document": st.just(1), "number": NUMBERS, "title": WORDS}, {}
        )
        document = st.one_of(document, kept)
    facts = {
        **dict.fromkeys(("at", "start"), CLOCKS),
        **dict.fromkeys(("place", "late_because"), WORDS),
        "date": DAYS,
        "items": some(item),
        "documents": some(document),
    }
    sending = an_object({"number": st.integers(0, 9), "on": DAYS}, facts)
    return st.lists(sending, max_size=2, unique_by=lambda found: found["number"])


def delegated(bodies: st.SearchStrategy[str], held: list[Object]) -> st.SearchStrategy[Object]:
    facts = {
        **dict.fromkeys(("registry_number", "by", "basis"), WORDS),
        "date": DAYS,
        "urgent": st.booleans(),
        **({"reported": _items_of(held)} if held else {}),
    }
    return an_object({"body": bodies, "title": WORDS}, facts)


def _items_of(held: list[Object]) -> st.SearchStrategy[Object]:
    return st.sampled_from(
        [
            {"body": meeting["body"], "meeting": meeting["date"], "item": item["paragraph"]}
            for meeting in held
            for item in meeting["items"]
        ]
    )


def link(draw: st.DrawFn, held: list[Object], bodies: list[Object]) -> None:
    """Let items come from others, from assignments, and from what comes by itself."""
    standing = {body["key"]: len(body.get("standing_items", ())) for body in bodies}
    items = [(meeting, item) for meeting in held for item in meeting["items"]]
    perhaps: st.SearchStrategy[Any] = st.booleans()
    due = [each for _, item in items for each in item.get("assignments", ())][:1]
    for each in due:
        each["key"] = "due"
    for meeting, item in items:
        if draw(perhaps):
            item["came_from"] = draw(_items_of(held))
        if due and draw(perhaps):
            item["assignment"] = "due"
        if standing[meeting["body"]] and draw(perhaps):
            item["standing"] = draw(st.integers(1, standing[meeting["body"]]))


def phrases() -> st.SearchStrategy[list[Object]]:
    phrase = st.fixed_dictionaries({"short": WORDS, "text": TEXTS})
    return st.lists(phrase, max_size=2, unique_by=lambda found: found["short"])


def habits() -> st.SearchStrategy[Object]:
    """Return what differs from the custom, with the whole order when that does."""
    parts = [part.value for part in Part]
    return an_object(
        {},
        {
            "order": st.just([*parts[1:], parts[0]]),
            "titles": st.dictionaries(st.sampled_from(parts), WORDS, max_size=2),
            "votes": st.sampled_from(["sentences", "appendix"]),
            "points": st.just("that"),
        },
    )
