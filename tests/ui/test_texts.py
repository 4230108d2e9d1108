"""Texts keep every word and style on their way through Qt's documents."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtGui import QTextCursor, QTextDocument

from klubban.domain.text import Block, Blocks, Bullets, Points, Run, Table, Text, from_plain, tidy
from klubban.ui.texts.edit import apply
from klubban.ui.texts.lines import blocks_of, lines_of, wanted
from klubban.ui.texts.reading import read
from klubban.ui.texts.writing import write

GAP = 6

letters = st.characters(
    exclude_categories=("Cs", "Cc"), exclude_characters="\ufdd0\ufdd1\ufffc\ufffe\uffff\u2028\u2029"
) | st.sampled_from("\n\tåäö")
styled = st.builds(Run, st.text(letters, max_size=6), st.booleans(), st.booleans(), st.booleans())
runs = st.lists(styled, max_size=3).map(tuple)
some_runs = st.lists(runs, min_size=1, max_size=3).map(tuple)
tables = st.integers(1, 3).flatmap(
    lambda width: st.lists(
        st.lists(runs, min_size=width, max_size=width).map(tuple), min_size=1, max_size=3
    ).map(lambda rows: Table(tuple(rows)))
)
any_block: st.SearchStrategy[Block] = (
    st.builds(Text, runs) | st.builds(Points, some_runs) | st.builds(Bullets, some_runs) | tables
)
texts = st.lists(any_block, max_size=5).map(tidy)


def document_of(text: Blocks) -> QTextDocument:
    document = QTextDocument()
    document.setUndoRedoEnabled(False)
    write(document, lines_of(text), GAP)
    return document


@given(texts)
def test_a_document_gives_back_the_text_that_was_written(text: Blocks) -> None:
    document = document_of(text)

    assert blocks_of(read(document)) == text


@given(texts, texts)
def test_an_edit_turns_any_text_into_any_other(before: Blocks, after: Blocks) -> None:
    document = document_of(before)

    apply(document, lines_of(after), GAP)

    assert blocks_of(read(document)) == after


@given(texts)
def test_the_same_text_is_no_edit(text: Blocks) -> None:
    document = document_of(text)
    lines = read(document)

    assert apply(document, lines, GAP) is None


def test_the_smallest_edit_leaves_a_caret_in_its_word() -> None:
    document = document_of(from_plain("Ordföranden frågar.\n\nNämnden beslutar."))
    caret = QTextCursor(document.find("beslutar"))
    caret.setPosition(caret.selectionStart())

    apply(document, lines_of(from_plain("Ordföranden frågar om ärendet.\n\nNämnden beslutar.")), GAP)

    assert caret.block().text()[caret.positionInBlock() :] == "beslutar."


def test_a_caret_after_the_edit_in_the_same_line_moves_with_its_word() -> None:
    document = document_of(from_plain("Nämnden beslutar 🙂 så."))
    caret = QTextCursor(document.find("så"))
    caret.setPosition(caret.selectionStart())

    apply(document, lines_of(from_plain("Nämnden i Ekby beslutar 🙂 så.")), GAP)

    caret.movePosition(QTextCursor.MoveOperation.EndOfBlock, QTextCursor.MoveMode.KeepAnchor)
    assert caret.selectedText() == "så."


def test_characters_that_no_document_can_print_are_left_out() -> None:
    pasted = "Å\x00\x07ker\ufffc\r\noch\u2029äng"

    assert wanted(pasted) == "Åker\noch\näng"
