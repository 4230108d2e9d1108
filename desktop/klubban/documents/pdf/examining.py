"""What a signed PDF file is, beside the file that was sent to be signed."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from hashlib import sha256
from typing import TYPE_CHECKING

from klubban.domain.errors import RuleBroken
from klubban.domain.examined import Examined, Gravity, Remark, Since
from klubban.domain.signing import Verdict
from klubban.i18n import N_

if TYPE_CHECKING:
    from asn1crypto import x509
    from pyhanko.pdf_utils.reader import PdfFileReader

    from klubban.documents.pdf import readers
    from klubban.documents.pdf.validating import Validated

_TAIL = re.compile(rb"startxref\s+\d+\s+%%EOF\s*\Z")
_LAST = 2048
_MOST_OF_A_PAGE = 60_000
"""Square points: an eighth of a page."""
_INSIDE = N_(
    "The file that was sent is inside the signed one as an attachment, byte for byte. What is seen on the"
    " pages was made by the service: look at it."
)


@dataclass(slots=True)
class _Found:
    """What is found beside the signatures."""

    verdict: Verdict | None = None
    remarks: list[Remark] = field(default_factory=list)
    extra_pages: int = 0


def examine(
    pdf: bytes,
    *,
    original: bytes | None = None,
    trusted: Sequence[bytes] = (),
    at: dt.datetime,
    revoked: Sequence[bytes] = (),
) -> Examined:
    """Return who signed a file, and its verdict beside the original.

    `trusted` are certificates (DER or PEM) of those who may say who somebody is, `revoked` lists of revoked
    ones (CRL); `at`, with a time zone, is when it is asked. Raises RuleBroken for what is no readable PDF;
    whatever else is in it is an answer.
    """
    from klubban.documents.pdf import readers
    from klubban.documents.pdf.believing import Trust
    from klubban.documents.pdf.certificates import checked_list
    from klubban.documents.pdf.validating import validated

    trust = Trust(tuple(map(_certificate, trusted)), tuple(map(checked_list, revoked)), at)
    reader = readers.opened(pdf)
    fields = readers.fields(reader)
    with readers.broken_is_told():
        pages = sum(1 for _ in readers.pages_of(reader))
        signed = validated(reader, pdf, trust)
        remarks = [*signed.remarks, *_of_file(reader, pdf, signed)]
        found = _Found() if original is None else _beside(reader, pdf, original, signed, remarks)
    return Examined(
        sha256=sha256(pdf).hexdigest(),
        size=len(pdf),
        pages=pages,
        verdict=found.verdict,
        signatures=tuple(signed.signatures),
        empty_fields=tuple(each for each in fields if not each.signed),
        remarks=(*found.remarks, *remarks),
        unknown_issuers=tuple(signed.unknown.values()),
        extra_pages=found.extra_pages,
        examined_at=at,
    )


def beginnings(pdf: bytes) -> list[str]:
    """Return the SHA-256 of each beginning of a file that may have been sent to be signed."""
    from klubban.documents.pdf import revisions

    return revisions.beginnings(pdf)


def dated(pdf: bytes) -> dt.date | None:
    """Return the day that a document says that it is about; those of this program do."""
    from klubban.documents.pdf import readers

    try:
        return readers.day_of(readers.opened(pdf))
    except RuleBroken:
        return None


def _certificate(data: bytes) -> x509.Certificate:
    from asn1crypto import pem, x509

    try:
        raw = pem.unarmor(data)[2] if pem.detect(data) else data
        made: x509.Certificate = x509.Certificate.load(raw, strict=True)
        made.subject.native  # noqa: B018 - what is no certificate says so here
    except (ValueError, TypeError, KeyError) as error:
        raise RuleBroken("The issuer’s certificate is damaged, or no certificate (PEM or DER)") from error
    return made


def _of_file(reader: PdfFileReader, pdf: bytes, signed: Validated) -> Iterator[Remark]:
    """Walk what is wrong with a file as a whole."""
    if not signed.signatures:
        yield Remark(Gravity.FAULT, N_("There is no signature in the file"))
        return
    if reader.xrefs.hybrid_xrefs_present:
        yield Remark(
            Gravity.FAULT, N_("The file has two lists of its parts, which two readers may read in two ways")
        )
    end = max(signed.ends, default=len(pdf))
    after = pdf[end:].strip(b"\0\t\n\f\r ")
    if after and (not _TAIL.search(pdf[-_LAST:]) or not _revised_after(reader, end)):
        yield Remark(
            Gravity.FAULT,
            N_("Something stands after the last signature that does not belong to the document"),
        )


def _revised_after(reader: PdfFileReader, end: int) -> bool:
    """Tell whether the file goes on, as files do, after a place in it."""
    last = reader.xrefs.get_startxref_for_revision(reader.xrefs.total_revisions - 1)
    return bool(last >= end)


def _beside(
    reader: PdfFileReader, pdf: bytes, original: bytes, signed: Validated, remarks: list[Remark]
) -> _Found:
    """Return the verdict of a file beside what was sent, and why."""
    whole = (
        bool(signed.signatures)
        and all(each.holds for each in signed.signatures)
        and all(each.gravity is not Gravity.FAULT for each in remarks)
    )
    found = _grown(reader, pdf, original) if pdf.startswith(original) else _repackaged(reader, pdf, original)
    if not whole and found.verdict is not Verdict.CHANGED:
        found.verdict = Verdict.CHANGED
        found.remarks.append(_fault(N_("A signature that does not hold proves nothing of the document")))
    return found


def _grown(reader: PdfFileReader, pdf: bytes, original: bytes) -> _Found:
    """Judge a file that begins with what was sent."""
    from klubban.documents.pdf import likeness, readers, revisions

    sent = readers.opened(original)
    if pdf == original:
        return _changed(N_("It is the file that was sent, and nobody has signed it"))
    if revisions.grew_from(reader, sent) is Since.OTHER:
        marks = readers.marks_on_pages(sent)
        if marks != readers.marks_on_pages(reader)[: len(marks)]:
            return _put_over()
        found = _repackaged(reader, pdf, original, fields=sent)
        return found if found.extra_pages else _put_over()
    differing = likeness.looks_differ(original, pdf, readers.boxes(sent))
    if differing:
        return _changed(
            N_("Page {pages} looks otherwise than the page that was sent"), pages=_told(differing)
        )
    return _Found(
        Verdict.UNCHANGED,
        [
            Remark(
                Gravity.FINE,
                N_("The file that was sent is there byte for byte, and nothing but signatures came after"),
            )
        ],
    )


def _put_over() -> _Found:
    return _changed(N_("The file that was sent is there, and something else than signatures was put over it"))


def _repackaged(
    reader: PdfFileReader, pdf: bytes, original: bytes, fields: PdfFileReader | None = None
) -> _Found:
    """Judge a file that a service made anew of what was sent, put around it, or added pages to.

    Marks of signatures are looked past where the file has its fields, or where those that are given have.
    """
    from klubban.documents.pdf import enclosed, likeness, readers

    if enclosed.holds(pdf, original):
        return _Found(Verdict.REPACKAGED, [Remark(Gravity.DOUBT, _INSIDE)])
    alike = likeness.words_differ(original, pdf)
    if alike.missing:
        return _changed(N_("Pages that were sent and are missing: {count}"), count=alike.missing)
    if alike.words:
        return _changed(
            N_("The words on page {pages} are not those that were sent"), pages=_told(alike.words)
        )
    if enclosed.acts(pdf):
        return _changed(
            N_("The file holds scripts, actions or fields to fill in, which the file that was sent did not")
        )
    return _alike(pdf, original, alike.extra, readers.boxes(fields or reader))


def _alike(pdf: bytes, original: bytes, extra: int, seen: list[readers.Place]) -> _Found:
    """Judge a file that says the same as what was sent, by how it looks."""
    from klubban.documents.pdf import likeness, readers

    if any(_covers_much(each) for each in seen):
        return _changed(N_("A signature’s mark covers a large part of a page"))
    differing = likeness.looks_differ(original, pdf, [*readers.boxes(readers.opened(original)), *seen])
    if differing:
        return _changed(
            N_("Page {pages} looks otherwise than the page that was sent"), pages=_told(differing)
        )
    found = _Found(
        Verdict.REPACKAGED,
        [
            Remark(
                Gravity.DOUBT,
                N_("The service made the file anew; its words are those that were sent, page by page"),
            )
        ],
        extra,
    )
    if extra:
        told = N_("Pages that the service added at the end: {count}. Look at them")
        found.remarks.append(Remark(Gravity.DOUBT, told, {"count": extra}))
    return found


def _covers_much(place: readers.Place) -> bool:
    left, foot, right, top = place[1]
    return (right - left) * (top - foot) > _MOST_OF_A_PAGE


def _changed(template: str, **facts: object) -> _Found:
    return _Found(Verdict.CHANGED, [Remark(Gravity.FAULT, template, facts)])


def _fault(template: str) -> Remark:
    return Remark(Gravity.FAULT, template)


def _told(pages: Sequence[int]) -> str:
    most = 10
    told = ", ".join(map(str, pages[:most]))
    return f"{told} …" if len(pages) > most else told
