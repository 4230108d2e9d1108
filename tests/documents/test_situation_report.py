"""The situation report: each step is number, word and shape; where it went; what is behind it."""

from __future__ import annotations

from dataclasses import replace

from documents.reading import folded, missing, words
from documents.reported import DAY, reported
from domain.reports import area, report
from klubban.documents import situation, tree
from klubban.documents import situation_words as say
from klubban.domain.situation import STEPS
from klubban.domain.trend import trend
from klubban.i18n import LANGUAGES, texts


def test_a_report_tells_how_it_stands_and_then_what_is_behind_it() -> None:
    told = folded(" ".join(words(situation.build(reported()))))

    absent = missing(
        (
            "Lägesrapport",
            "Planeringsgruppen, 1–12 november 2026",
            "Upprättad av Sara Lindqvist",
            "Redovisad Chefssamrådet, 12 november 2026, § 4",
            "2 områden ligger över ”Normalt läge”: Narkotika (4) och Centrum (2).",
            "Läget är stabilt.",
            "■■■■□ 4 Allvarligt läge",
            "↑ högre, var 3",
            "■□□□□ 1 Normalt läge",
            "→ oförändrat",
            "■■□□□ 2 Något ansträngt läge",
            "nytt",
            "5 Kritiskt läge",
            "tre kvällar",
            "Insatser på kvällen.",
            "Från rapport till rapport",
            "Operativa gruppen, 12 november 2026: Narkotika 4, Skola 1",
            "Felanmälan",
        ),
        told,
    )
    assert absent == []


def test_only_an_area_that_moved_has_a_chart_and_all_are_in_the_table() -> None:
    made = situation.build(reported())

    [chart] = [node for node in made.nodes if isinstance(node, tree.Chart)]
    assert [(bar.value, bar.of) for bar in chart.bars] == [(2, 5), (3, 5), (4, 5)]
    assert "Narkotika" in chart.alternative
    over_time = [node for node in made.nodes if isinstance(node, tree.Grouped)][-1]
    assert [row[0] for row in over_time.groups[0][1]] == ["Narkotika", "Skola", "Centrum"]
    assert over_time.groups[0][1][2][1:] == ("–", "–", "2")


def test_a_report_that_is_not_finished_says_so_on_each_page_and_a_first_one_has_no_trend() -> None:
    begun = report(4, DAY, area("Skola", None), done_on=None, scale=("Grön", "Blå", "Gul", "Röd", "Svart"))
    made = situation.build(reported(report=begun, trend=trend((begun,)), gone=(), presented=None))

    told = words(made)
    assert made.running.draft == "UTKAST"
    assert "1 område är inte bedömt än." in told
    assert not [node for node in made.nodes if isinstance(node, tree.Chart)]
    assert any("5\u00a0Svart" in each for each in told)


def test_every_step_has_a_name_and_a_shape_of_its_own_in_each_language() -> None:
    for language in LANGUAGES:
        names = say.step_names((), texts(language))
        assert len(set(names)) == STEPS
    assert len({say.shape(step) for step in (None, 1, 2, 3, 4, 5)}) == STEPS + 1


def test_a_public_version_says_what_it_is() -> None:
    made = situation.build(reported(public=True))

    assert made.title.startswith("Lägesrapport, offentlig version")
    assert replace(made, nodes=()).running.draft == ""
