"""What others may read of what is printed."""

from __future__ import annotations

from documents.meetings import invented_meeting
from klubban.operations.export import Kind
from klubban.ui.output.offered import Offer
from klubban.ui.output.words import job_name


def test_a_printers_queue_never_tells_what_a_paragraph_is_about() -> None:
    meeting = invented_meeting()
    item = meeting.item(75)
    assert item

    alone = job_name([Offer(Kind.EXTRACT, 75)], meeting)

    assert alone.startswith("§\u00a075, Kommunstyrelsen")
    assert item.title not in alone
    assert job_name([Offer(Kind.EXTRACT, 74), Offer(Kind.EXTRACT, 75)], meeting).startswith("Kommunstyrelsen")
