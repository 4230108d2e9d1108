"""The list of what is to be done: the late first, with whose it is and by which section."""

from __future__ import annotations

from datetime import date

from documents.meetings import body
from documents.reading import words
from klubban import i18n
from klubban.documents import board
from klubban.documents import board_words as say
from klubban.documents.board import Listed
from klubban.domain.body import Organisation
from klubban.domain.duty import Duty, Wanted
from klubban.domain.paragraphs import Paragraphs

TODAY = date(2026, 11, 23)
EKBY = Organisation(name="Ekby kommun", language="en")


def duty(what: Wanted, day: date, **facts: object) -> Duty:
    """Return a duty of a committee's meeting."""
    return Duty(what=what, day=day, body=body(), meeting=1, held=date(2026, 11, 9), **facts)  # type: ignore[arg-type] # the fields of Duty


def test_the_list_tells_what_is_late_before_what_is_to_come() -> None:
    late = duty(Wanted.NOTICE, date(2026, 11, 20))
    today = duty(Wanted.VERIFICATION, TODAY, paragraphs=Paragraphs.parse("19-23"))
    papers = duty(Wanted.PAPERS, date(2027, 1, 4), names=("Map", "Estimate"))

    told = words(board.build(Listed(organisation=EKBY, duties=(papers, today, late), day=TODAY)))

    whole = "\n".join(told)
    found = [
        whole.index(each)
        for each in (
            "1 thing is late",
            "The verification is to be announced on the notice board",
            "KL\u00a08\u00a0kap.\u00a012\u00a0§",
            "3 days late",
            "§§\u00a019–23 are to be verified",
            "\ntoday",
            "Map and Estimate are awaited",
            "in 42 days",
        )
    ]
    assert found == sorted(found)


def test_a_list_with_nothing_on_it_says_so() -> None:
    told = words(board.build(Listed(organisation=EKBY, duties=(), day=TODAY, body=body())))

    assert "Nothing is late, and nothing is for today." in told


def test_every_duty_is_told_in_words_with_nothing_left_to_fill_in() -> None:
    for language in i18n.LANGUAGES:
        texts = i18n.texts(language)
        told = [
            say.title(duty(each, TODAY, names=("Karta",), paragraphs=Paragraphs.parse("19")), texts)
            for each in Wanted
        ]
        assert all(each and "{" not in each for each in told)
        assert len(set(told)) == len(told)


def test_many_names_are_counted_instead_of_told() -> None:
    many = duty(Wanted.PAPERS, TODAY, names=("A", "B", "C", "D", "E"))

    assert say.title(many, i18n.texts("en")) == "A, B, C and 2 more are awaited"
