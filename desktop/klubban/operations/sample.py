"""The sample municipality: invented people, a year of meetings, and the papers of those to come."""

from __future__ import annotations

from klubban import paths
from klubban.documents import sample_paper
from klubban.documents.wording import coat_of_arms
from klubban.domain.file_name import safe_name
from klubban.domain.media import Media
from klubban.domain.meeting import Document, Item, Meeting, Stage
from klubban.i18n import N_, texts
from klubban.operations.open_format import import_document
from klubban.operations.registers import ORGANISATION
from klubban.store import attachments, reads
from klubban.store.change import Change, id_of
from klubban.store.database import Database


def fill_with_sample(database: Database) -> None:
    """Put the sample municipality into a file; raises Refused where it does not go with what is there.

    Undo does not take it away again, since most of its meetings are verified.
    """
    import_document(database, (paths.resources() / "sample.json").read_bytes())
    _put_arms(database)
    with database.read() as read:
        lines = [line for line in reads.meetings(read) if line.stage in (Stage.PLANNED, Stage.SUMMONED)]
        meetings = [reads.meeting(read, line.id) for line in lines]
    papers = [
        (meeting, item, document)
        for meeting in meetings
        for item in meeting.items
        for document in item.documents
        if document.sha256 is None
    ]
    if not papers:
        return
    with database.change(N_("Put in the papers of the sample"), barrier=True) as change:
        for paper in papers:
            _keep(change, *paper)


def _put_arms(database: Database) -> None:
    """Give the sample its coat of arms, where there is none yet; packaging/sample_arms.py drew it."""
    from klubban.documents.pdf.arms import read_arms

    with database.read() as read:
        own = reads.organisation(read)
    if own is None or own.arms is not None:
        return
    picture = read_arms((paths.resources() / "sample-arms.png").read_bytes())
    says = coat_of_arms(own.name, texts(own.language))
    with database.change(N_("Put in the papers of the sample"), barrier=True) as change:
        change.update("organisation", ORGANISATION, arms=attachments.keep(change, picture), arms_say=says)


def _keep(change: Change, meeting: Meeting, item: Item, document: Document) -> None:
    """Make a paper for a title; one that was sent was sent as it is."""
    from klubban.documents.pdf import typeset

    language = meeting.organisation.language
    made = typeset(sample_paper.build(meeting, item, document.title, language=language))
    kept = attachments.keep(change, made.data)
    change.update(
        "document",
        document.id,
        sha256=kept,
        media_type=Media.PDF.value,
        file_name=safe_name(f"{document.title}.pdf"),
        number=document.number or item.documents.index(document) + 1,
    )
    for sent in change.rows("sent_document", document_id=document.id):
        change.update("sent_document", id_of(sent), sha256=kept)
