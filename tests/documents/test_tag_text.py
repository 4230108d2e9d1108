"""What a reader is told of a file: the words of its tree in order, with their blanks, and nothing else."""

from __future__ import annotations

from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from documents.conformance import faults, told
from documents.tag_tree import tagged
from klubban.documents import tree
from klubban.documents.pdf import typeset
from klubban.domain import text


def document(*nodes: tree.Node, running: tree.Running | None = None) -> tree.Document:
    """Return a document of these nodes."""
    return tree.Document(
        title="Prov",
        author="Ekby",
        language="sv-SE",
        running=running or tree.Running(left=("Ekby", "KS"), right=("Protokoll", "2026-11-12")),
        nodes=(tree.Heading(1, "Prov"), *nodes),
    )


def plain(words_of: str) -> text.Text:
    """Return a plain text."""
    return text.Text(text.runs_of(words_of))


def read(made: tree.Document) -> str:
    """Return what a reader is told."""
    structure = tagged(typeset(made).data)
    with structure.file:
        return " ".join(told(structure))


def wrong(made: tree.Document) -> list[str]:
    """Return what the check-list says of a document's file."""
    return faults(typeset(made), made)


def test_a_number_and_its_title_are_two_words() -> None:
    assert read(document(tree.Heading(2, "Val av justerare", "§\u00a019"))) == "Prov § 19 Val av justerare"


def test_words_that_lines_divide_are_told_whole() -> None:
    long = "Samhällsbyggnadsförvaltningens kommunstyrelseförvaltningsutskott översiktsplanerar. " * 12
    made = document(plain(long), text.Points((text.runs_of(long),)))

    assert read(made) == f"Prov {long}{long}".strip()


def test_a_text_that_goes_on_on_another_page_is_told_as_one() -> None:
    long = " ".join(f"ord{number}" for number in range(2000))

    assert read(document(plain(long))) == f"Prov {long}"


def test_what_stands_at_the_head_and_foot_of_pages_is_not_told() -> None:
    running = tree.Running(
        left=("Hjo", "Nämnden"),
        right=("Kallelse", "2026-01-01"),
        initials=("Signatur", 2),
        certification="Bestyrkande",
        draft="UTKAST",
    )

    assert read(document(plain("ord " * 2000), running=running)) == "Prov " + " ".join(["ord"] * 2000)


def test_the_heads_of_a_table_are_told_once() -> None:
    rows = (("Namn", "Ja"), *((f"Ledamot {number}", "") for number in range(200)))
    made = document(text.Table(tuple(tuple(text.runs_of(cell) for cell in row) for row in rows)))

    assert typeset(made).pages > 4
    assert wrong(made) == []


def test_a_word_that_changes_its_face_inside_is_one_word() -> None:
    runs = (
        text.Run("av"),
        text.Run("gifts", bold=True),
        text.Run("fri "),
        text.Run("kulturskola", italic=True),
    )

    assert read(document(text.Text(runs))) == "Prov avgiftsfri kulturskola"


LETTERS = st.text(st.characters(codec=None), max_size=60)
RUNS = st.lists(st.builds(text.Run, LETTERS, st.booleans(), st.booleans()), max_size=3).map(tuple)
CELLS = st.lists(st.lists(RUNS, min_size=2, max_size=2).map(tuple), min_size=1, max_size=4).map(tuple)
FACTS = st.lists(st.tuples(LETTERS, st.tuples(RUNS.map(text.Text))), min_size=1, max_size=3).map(tuple)
NODES = st.one_of(
    st.builds(tree.Heading, st.just(2), LETTERS, st.none() | LETTERS),
    st.builds(tree.Quiet, LETTERS),
    st.builds(text.Text, RUNS),
    st.builds(text.Points, st.lists(RUNS, min_size=1, max_size=3).map(tuple)),
    st.builds(text.Bullets, st.lists(RUNS, min_size=1, max_size=3).map(tuple)),
    st.builds(text.Table, CELLS),
    st.builds(tree.Names, st.lists(LETTERS, min_size=1, max_size=6).map(tuple)),
    st.builds(tree.Facts, FACTS),
    st.builds(
        tree.Signatures,
        st.lists(st.builds(tree.Signature, LETTERS, LETTERS), min_size=1, max_size=3).map(tuple),
        st.none() | st.tuples(LETTERS, LETTERS),
        st.booleans(),
    ),
)


@settings(max_examples=50)
@given(st.lists(NODES, max_size=5))
def test_any_text_is_told_as_the_tree_has_it(nodes: list[Any]) -> None:
    made = document(*nodes)

    assert wrong(made) == []
