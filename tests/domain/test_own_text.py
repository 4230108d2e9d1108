"""Her text and the program's: what she left alone is written anew, what is hers stays."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from klubban.domain.decided import OwnText, Said, Written
from klubban.domain.own_text import Merged, joined, kept, merged, noted, taken_in
from klubban.domain.text import Blocks, Points, Text, from_plain, lines, runs_of


def said(**words: str) -> tuple[Said, ...]:
    """Return sentences by key."""
    return tuple(Said(key=key, words=from_plain(text)) for key, text in words.items())


def text(*sentences: str) -> Blocks:
    """Return a text of sentences."""
    return tuple(Text(runs_of(each)) for each in sentences)


def left(then: tuple[Said, ...], now: tuple[Said, ...], blocks: Blocks) -> Merged:
    """Return what is shown now of a text that she left so when the program said something then."""
    own = OwnText(id=1, part=Written.PROCEEDINGS, said=noted(then, None, (), blocks))
    return merged(now, own, blocks)


FIRST = "Ordföranden ställer förslagen mot varandra."
SECOND = "Omröstning begärs."
HERS = "Debatten pågår i två timmar."


def test_a_text_that_nobody_changed_is_what_is_derived() -> None:
    found = merged(said(a=FIRST, b=SECOND), None, ())

    assert found == Merged(text(FIRST, SECOND), frozenset({0, 1}))


def test_a_text_from_elsewhere_is_wholly_hers() -> None:
    assert merged(said(a=FIRST), None, text(HERS)) == Merged(text(HERS), frozenset())


def test_what_she_left_alone_is_written_anew_around_what_she_added() -> None:
    found = left(
        said(a=FIRST, b=SECOND), said(a=FIRST, b="Örn (V) begär omröstning."), text(FIRST, HERS, SECOND)
    )

    assert found.blocks == text(FIRST, HERS, "Örn (V) begär omröstning.")
    assert found.by_program == {0, 2}
    assert not found.stale


def test_a_sentence_whose_record_is_gone_goes_too() -> None:
    found = left(said(a=FIRST, b=SECOND), said(a=FIRST), text(HERS, FIRST, SECOND))

    assert found.blocks == text(HERS, FIRST)


def test_a_new_sentence_comes_after_the_one_before_it_and_what_she_wrote_there() -> None:
    now = said(a=FIRST, new="Sammanträdet ajourneras.", b=SECOND)

    assert left(said(a=FIRST, b=SECOND), now, text(FIRST, HERS, SECOND)).blocks == text(
        FIRST, HERS, "Sammanträdet ajourneras.", SECOND
    )


def test_a_new_first_sentence_comes_before_the_others_also_when_she_changed_those() -> None:
    changed = "Ordföranden ställer de två förslagen mot varandra."

    found = left(said(a=FIRST), said(new="Ordningen godkänns.", a=FIRST), text(changed))

    assert found.blocks == text("Ordningen godkänns.", changed)


def test_what_is_recorded_later_is_written_beside_text_of_her_own() -> None:
    assert left((), said(a=FIRST), text(HERS)).blocks == text(HERS, FIRST)


def test_a_sentence_that_she_removed_never_comes_back() -> None:
    found = left(said(a=FIRST, b=SECOND), said(a=FIRST, b=SECOND, c="Ärendet avgörs."), text(FIRST))

    assert found.blocks == text(FIRST, "Ärendet avgörs.")
    assert not found.stale


def test_a_changed_sentence_is_marked_when_its_record_says_otherwise() -> None:
    changed = "Ordföranden ställer de två förslagen mot varandra."
    now = said(a="Ordföranden ställer propositioner på yrkandena.")

    found = left(said(a=FIRST), now, text(changed))

    assert found.blocks == text(changed)
    assert [(each.key, lines(each.was), lines(each.now)) for each in found.stale] == [
        ("a", [FIRST], ["Ordföranden ställer propositioner på yrkandena."])
    ]


def test_a_changed_sentence_whose_record_is_gone_is_marked_and_a_removed_one_is_not() -> None:
    changed = "Ordföranden ställer de två förslagen mot varandra."

    assert [each.key for each in left(said(a=FIRST, b=SECOND), (), text(changed)).stale] == ["a"]


def test_what_the_record_says_takes_the_place_of_hers() -> None:
    changed = "Ordföranden ställer de två förslagen mot varandra."
    own = OwnText(id=1, part=Written.PROCEEDINGS, said=noted(said(a=FIRST), None, (), text(HERS, changed)))
    now = said(a="Ordföranden ställer propositioner på yrkandena.")

    taken = taken_in(now, own, text(HERS, changed), "a")

    assert taken == text(HERS, "Ordföranden ställer propositioner på yrkandena.")


def test_a_removed_sentence_that_is_taken_in_comes_where_it_belongs() -> None:
    own = OwnText(id=1, part=Written.PROCEEDINGS, said=noted(said(a=FIRST, b=SECOND), None, (), text(SECOND)))

    assert taken_in(said(a="Nytt.", b=SECOND), own, text(SECOND), "a") == text("Nytt.", SECOND)


def test_hers_that_is_kept_is_marked_no_more_until_the_record_changes_again() -> None:
    changed = text("Ordföranden ställer de två förslagen mot varandra.")
    own = OwnText(id=1, part=Written.PROCEEDINGS, said=noted(said(a=FIRST), None, (), changed))
    now = said(a="Ordföranden ställer propositioner på yrkandena.")

    calm = OwnText(id=1, part=Written.PROCEEDINGS, said=kept(now, own, "a"))

    assert not merged(now, calm, changed).stale
    assert merged(said(a="Något annat."), calm, changed).stale


def test_of_two_equal_sentences_the_one_that_she_removed_is_told_by_those_around() -> None:
    then = said(a=FIRST, b=SECOND, c="Ärendet avgörs.", d=SECOND, e="Beslutet fattas.")
    now = said(
        a=FIRST, b="B begär omröstning.", c="Ärendet avgörs.", d="D begär omröstning.", e="Beslutet fattas."
    )

    found = left(then, now, text(FIRST, "Ärendet avgörs.", SECOND, "Beslutet fattas."))

    assert found.blocks == text(FIRST, "Ärendet avgörs.", "D begär omröstning.", "Beslutet fattas.")


def test_plain_spaces_that_an_editor_made_of_no_break_ones_change_nothing() -> None:
    found = left(said(a="Enligt bilaga\u00a02."), said(a="Enligt bilaga\u00a03."), text("Enligt bilaga 2."))

    assert found.blocks == text("Enligt bilaga\u00a03.")


# --- always


_SENTENCES = st.sampled_from(
    ["A yrkar bifall.", "B yrkar avslag.", "Omröstning begärs.", "Ärendet avgörs i dag."]
)
_WORDS = st.one_of(
    _SENTENCES.map(from_plain),
    st.tuples(_SENTENCES, _SENTENCES).map(lambda pair: (*from_plain(pair[0]), Points((runs_of(pair[1]),)))),
)
_SAID = st.dictionaries(st.sampled_from("abcdef"), _WORDS, max_size=5).map(
    lambda found: tuple(Said(key=key, words=words) for key, words in sorted(found.items()))
)
_HERS = st.lists(
    st.sampled_from(["Hennes.", "Debatt.", "Omröstning begärs.", "A yrkar bifall bara."]), max_size=4
)


@st.composite
def _edited(draw: st.DrawFn) -> tuple[tuple[Said, ...], Blocks]:
    """Draw what the program said, and what she made of it: some of it removed, some of hers put in."""
    then = draw(_SAID)
    blocks = [block for block in joined(then) if draw(st.booleans())]
    for words in draw(_HERS):
        blocks.insert(draw(st.integers(0, len(blocks))), Text(runs_of(words)))
    return then, tuple(blocks)


@settings(max_examples=50)
@given(_SAID)
def test_untouched_text_is_always_what_is_derived(now: tuple[Said, ...]) -> None:
    own = OwnText(id=1, part=Written.PROCEEDINGS, said=now)

    assert merged(now, own, joined(now)) == merged(now, None, ())


@settings(max_examples=50)
@given(_edited())
def test_a_text_is_always_shown_as_she_left_it(edited: tuple[tuple[Said, ...], Blocks]) -> None:
    then, blocks = edited

    found = left(then, then, blocks)

    assert found.blocks == blocks
    assert not found.stale


@settings(max_examples=50)
@given(_edited(), _SAID)
def test_what_is_hers_always_stays_in_its_order(
    edited: tuple[tuple[Said, ...], Blocks], now: tuple[Said, ...]
) -> None:
    then, blocks = edited
    before = left(then, then, blocks)
    hers = [block for place, block in enumerate(before.blocks) if place not in before.by_program]

    after = left(then, now, blocks)

    assert [block for place, block in enumerate(after.blocks) if place not in after.by_program] == hers


@settings(max_examples=50)
@given(_edited(), _SAID)
def test_nothing_that_she_removed_ever_comes_back(
    edited: tuple[tuple[Said, ...], Blocks], now: tuple[Said, ...]
) -> None:
    then, blocks = edited
    there = len(left(then, (), blocks).blocks)
    stands = {each.key for each in then if len(left(then, (each,), blocks).blocks) > there}
    may = stands | ({each.key for each in now} - {each.key for each in then})

    found = left(then, now, blocks)

    assert len(found.by_program) == sum(len(each.words) for each in now if each.key in may)
