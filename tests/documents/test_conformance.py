"""Every document is PDF/A-2a and PDF/UA-1 by veraPDF's verdict, reads as its tree and keeps the list."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import closing
from pathlib import Path

import pikepdf
import pytest

from builders import minutes
from documents import every_document, sent_papers
from documents.conformance import faults
from documents.dressed import dressed
from documents.meetings import invented_meeting, real_meeting
from documents.rolls import large
from documents.verapdf import VeraPDF
from klubban.documents import attendance, certificate, extract, notice, protocol, roll_sheet, summons, tree
from klubban.documents.pdf import typeset
from klubban.operations import bundle
from klubban.operations.sample import fill_with_sample
from klubban.store import attachments
from klubban.store.database import Database

PARTS = 4
"""The sample's documents are judged in so many tests, which share the cores."""


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Database]:
    """Return a file with the sample municipality."""
    with closing(Database.create(tmp_path_factory.mktemp("sample") / "exempel.klubban")) as made:
        fill_with_sample(made)
        yield made


def broken(judge: VeraPDF, documents: Iterable[tuple[str, tree.Document]]) -> dict[str, list[str]]:
    """Return what is wrong with each document: the rules of both standards, and the house's own."""
    found = {}
    for name, document in documents:
        made = typeset(document)
        if wrong := judge.verdict(made.data) + faults(made, document):
            found[name] = wrong
    return found


@pytest.mark.parametrize("part", range(PARTS))
def test_every_document_of_the_sample_keeps_both_standards(
    part: int, judge: VeraPDF, sample: Database
) -> None:
    made = list(every_document.of_file(sample, part=(part, PARTS), every_extract=True))

    assert len(made) > 80
    assert broken(judge, ((each.stem, each.document) for each in made)) == {}


def of_tests() -> dict[str, tree.Document]:
    """Return the documents of the tests' meetings, some in English too."""
    real, invented, evening = real_meeting(), invented_meeting(), large(101)
    return every_document.of_tests() | {
        "real protocol in English": protocol.build(real, language="en"),
        "invented protocol in English": protocol.build(invented, language="en"),
        "invented notice in English": notice.build(invented, language="en"),
        "invented summons in English": summons.build(invented, language="en"),
        "real certificate in English": certificate.build(real, language="en"),
        "certified extract with how to appeal": extract.build(
            real, [19], certified=extract.Certified("Helena Sävborg", "Sekreterare", real.date), appeal={19}
        ),
        "evening attendance in English": attendance.build(evening, language="en"),
        "evening roll in English": roll_sheet.build(evening, language="en"),
    }


def test_the_documents_of_the_tests_meetings_keep_both_standards(judge: VeraPDF) -> None:
    assert broken(judge, of_tests().items()) == {}


def test_drafts_with_arms_and_fields_to_sign_keep_both_standards(judge: VeraPDF) -> None:
    made = {name: dressed(document) for name, document in of_tests().items()}

    assert broken(judge, made.items()) == {}


def test_a_bundle_claims_neither_standard(database: Database, tmp_path: Path) -> None:
    ids = minutes(database, ("Öppnande",), number=None)
    with database.change("Keep") as change:
        change.insert(
            "document",
            item_id=ids.items[0],
            position=0,
            number=1,
            title="Rapport",
            sha256=attachments.keep(change, sent_papers.pdf("ett")),
        )

    [path] = bundle.make(bundle.prepare(database, ids.meeting), tmp_path).paths
    with pikepdf.open(path) as file, file.open_metadata() as metadata:
        assert not [key for key in metadata if "pdfaid" in key or "pdfuaid" in key]
