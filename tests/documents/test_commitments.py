"""Plans, promises and goals on paper: how far, since when, at which paragraph; a colour is a word too."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from documents.plans import ADVICE, DOCUMENTS, PROMISES, history, listed, measured, of_plans
from documents.reading import folded, missing, page_text, structure_text, words
from domain.plans import AGREEMENT, GOAL, NOTED, SECRET
from klubban.documents import tree
from klubban.documents.commitment_register import Sort
from klubban.documents.goal_words import TONES
from klubban.documents.pdf import typeset
from klubban.domain.index import Colour
from klubban.domain.text import from_plain, plain
from klubban.domain.veiled_plans import veiled, veiled_goal


def said(document: tree.Document) -> str:
    return " | ".join(words(document)).replace("\N{NO-BREAK SPACE}", " ")


def test_an_agreement_is_told_with_its_activities_and_each_follow_up_at_its_paragraph() -> None:
    told = said(history())

    assert "2 activities: 1 done, 1 moved. 1 is late." in told
    assert "It should have been followed up on 1 September 2026." in told
    assert "Parties | Ekby kommun and Polismyndigheten" in told
    assert "● Done\n2025-03-01" in told
    assert "→ Moved to 2026-05-30\n5 months too late\nBrå 2025-05-03 § 12: Hålls på Ekbydagen." in told
    assert "3 May 2025, Brå § 12 | ▶ Under way · told by kommunpolisen | Det mesta är genomfört." in told
    assert told.index("1 February 2026, Brå 2025-05-03 § 13") < told.index("3 May 2025, Brå § 12")
    assert "2026-09-01 | Inför förnyelsen | 2 months too late" in told


def test_what_is_closed_says_why_and_is_never_late() -> None:
    closed = replace(AGREEMENT, closed_on=date(2026, 1, 31), closed_because="Uppsagt av polisen")

    told = said(history(one=closed))

    assert "Closed on 31 January 2026: Uppsagt av polisen." in told
    assert "should have been" not in told


def test_promises_stand_by_area_with_how_they_were_kept_each_time() -> None:
    told = said(listed(Sort.PROMISES, PROMISES))

    assert "2 promises: 1 kept, 1 not followed up yet." in told
    assert "Trygghet i centrum | Kommunen och polisen genomför trygghetsvandringar | ● Kept" in told
    assert "Brå 2025-05-03 § 12: kept\n2024-09-01: under way. Påbörjat" in told
    assert "○ Not followed up yet | –" in told


def test_documents_stand_by_their_day_and_the_old_ones_without_a_day_say_their_age() -> None:
    told = said(listed(Sort.STEERING, DOCUMENTS))

    assert "1 document should have been looked at again." in told
    assert "Should have been looked at again | Lägesbild\nlag (2023:196) 4 och 6 §§" in told
    assert "Brå 2025-05-03 § 12 | 2026-10-02\nevery second year | 7 weeks too late" in told
    assert "Without a day | Policy för trygghet | 2012-05-07 | – | 14 years old" in told


def test_recommendations_say_by_when_they_are_to_be_answered_and_where_they_were() -> None:
    told = said(listed(Sort.RECOMMENDATIONS, ADVICE))

    assert "To be answered by 2026-10-01\n7 weeks too late | ○ Not dealt with yet" in told
    assert "Answered 2026-02-12 | ● Dealt with | Brå 2025-05-03 § 12: dealt with. Beslutad" in told


@pytest.mark.parametrize("sort", Sort)
def test_a_list_of_nothing_says_so(sort: Sort) -> None:
    made = listed(sort)

    assert len(words(made)) == 3


def test_a_goal_has_its_index_as_number_word_and_shape_and_the_comment_that_explains_it() -> None:
    made = measured()
    told = said(made)
    [chart] = [node for node in made.nodes if isinstance(node, tree.Chart)]

    assert [(bar.label, bar.value) for bar in chart.bars] == [("2024", 55), ("2025", 83)]
    assert [bar.tone for bar in chart.bars] == [TONES[Colour.YELLOW], TONES[Colour.GREEN]]
    assert "2024 55 (yellow), 2025 83 (green)" in chart.alternative
    assert "The index of 2025 is 83 of 100: green. It went up from 55 the year before." in told
    assert "Not measured, and not part of it: Bostadsinbrott per 1 000 invånare." in told
    assert "2025 | 83 | ● green | ↑ up 28, other indicators | Bostadsinbrott per 1 000 invånare" in told
    assert "Länsenkäten\n0 points at 40 %, 100 at 90 % | 65 | 81.5" in told
    assert "Comment on 2025 | Brå 2025-05-03 § 12 | Fler elever är trygga." in told
    assert "Ekby ska vara rent | Nothing is measured yet." in told


def test_a_swedish_page_writes_numbers_with_a_comma() -> None:
    assert "0 poäng vid 40 %, 100 vid 90 % | 65 | 81,5" in said(measured("sv"))


def test_what_confidential_items_said_has_no_words() -> None:
    gap = from_plain("[sekretess]")
    hidden = veiled(replace(AGREEMENT, item=SECRET.item), {SECRET.item}, "Ärende", gap)
    shown = veiled(AGREEMENT, {SECRET.item}, "Ärende", gap)

    assert (hidden.title, hidden.text, hidden.activities, hidden.parties) == ("Ärende", (), (), ())
    assert {plain(each.text) for each in hidden.follow_ups} == {"[sekretess]"}
    assert [plain(each.text) for each in shown.follow_ups] == ["Det mesta är genomfört.", "[sekretess]"]
    assert "Hemliga" not in said(history(one=shown))
    assert shown.title == AGREEMENT.title


def test_a_comment_made_at_a_confidential_item_has_no_words_either() -> None:
    gap = from_plain("[sekretess]")

    found = veiled_goal(GOAL, {NOTED.item}, None, gap)
    hidden = veiled_goal(GOAL, (), "Ärende", gap)

    assert [plain(each.text) for each in found.years] == ["[sekretess]"]
    assert found.title == GOAL.title
    assert (hidden.title, [each.name for each in hidden.indicators]) == ("Ärende", ["1", "2"])
    assert [plain(each.text) for each in hidden.years] == ["[sekretess]"]


@pytest.mark.parametrize("name", of_plans())
def test_the_pages_and_the_structure_say_every_word(name: str) -> None:
    made = of_plans()[name]
    found = typeset(made)

    assert missing(words(made), page_text(found.data, made.running, found.pages)) == []
    assert missing(words(made), folded(structure_text(found.data))) == []
