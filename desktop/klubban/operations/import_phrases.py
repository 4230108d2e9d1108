"""An import's phrases and words, and where the paragraphs of a year begin: what is not mentioned stays."""

from __future__ import annotations

from collections.abc import Sequence

from klubban.exchange.phrases import OpenPhrase
from klubban.operations.import_register import RegisterImport
from klubban.operations.renewal import Renewal
from klubban.store.change import Change, id_of


def put_phrases(register: RegisterImport) -> None:
    """Bring in the phrases of bodies and of all, the first numbers, and words that are spelt so."""
    change, document = register.change, register.document
    for each in document.bodies:
        body_id = register.bodies[each.key]
        _put_phrases(change, body_id, each.phrases)
        _put_first_numbers(change, body_id, each.first_numbers)
    _put_phrases(change, None, document.phrases)
    _put_words(change, document.words)


def _put_phrases(change: Change, body_id: int | None, phrases: Sequence[OpenPhrase]) -> None:
    rows = change.rows("phrase", body_id=body_id)
    known = {row["short"]: id_of(row) for row in rows}
    written = []
    for place, each in enumerate(phrases):
        id_ = known.get(each.short)
        if id_ is None:
            facts = {"body_id": body_id, "short": each.short, "text": each.text}
            id_ = change.insert("phrase", position=len(rows) + place, **facts)
        else:
            change.update("phrase", id_, text=each.text)
        written.append(id_)
    Renewal(change).arrange("phrase", [id_of(row) for row in rows], written)


def _put_first_numbers(change: Change, body_id: int, numbers: dict[int, int]) -> None:
    known = {row["year"]: id_of(row) for row in change.rows("first_number", body_id=body_id)}
    for year, number in numbers.items():
        if year in known:
            change.update("first_number", known[year], number=number)
        else:
            change.insert("first_number", body_id=body_id, year=year, number=number)


def _put_words(change: Change, words: Sequence[str]) -> None:
    known = {row["word"] for row in change.rows("own_word")}
    organisation = next((id_of(row) for row in change.rows("organisation")), None)
    for word in words:
        if word not in known:
            change.insert("own_word", organisation_id=organisation, word=word)
