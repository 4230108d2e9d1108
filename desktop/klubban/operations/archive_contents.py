"""What a package for the archive holds of one meeting: each file's path, and what makes its bytes."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from functools import partial

from klubban.documents import record
from klubban.documents.forms import Form, made
from klubban.domain.archive import has_secrets, is_confidential, original_of
from klubban.domain.errors import RuleBroken
from klubban.domain.media import Media
from klubban.domain.meeting import Document, Item, Meeting
from klubban.domain.stages import own_document
from klubban.domain.text import plain
from klubban.domain.verification import Verification
from klubban.exchange.bag import Held, safe_path, unlike
from klubban.i18n import Texts, texts
from klubban.operations.export import Kind, prepare
from klubban.store import attachments
from klubban.store.database import Database


@dataclass
class Contents:
    """Gathers the files of one meeting; no path is taken twice in a package."""

    database: Database
    meeting: Meeting
    stem: str
    today: date
    taken: set[str]

    @property
    def _words(self) -> Texts:
        return texts(self.meeting.organisation.language)

    def held(self) -> Iterator[Held]:
        """Walk the files; what is made is made when it is asked for."""
        yield from self._record()
        yield from self._kept_documents()
        for kind in (Kind.NOTICE, Kind.CERTIFICATE):
            if self.meeting.notices:
                yield from self._typeset(kind)
        secret = any(map(has_secrets, self.meeting.items)) or is_confidential(self.meeting)
        if self.meeting.corrections:
            yield from self._typeset(Kind.CORRECTION, secret=secret)
        for kind in (Kind.LEGAL_FORCE, Kind.DISPATCH):
            with suppress(RuleBroken):  # nothing has legal force, or nobody was to be sent anything
                yield from self._typeset(kind, secret=secret)
        yield from self._dispatched()
        for item in self.meeting.items:
            for number, document in enumerate(item.documents, 1):
                if document.sha256 is not None and document.size is not None:
                    yield self._paper(item, document, number, document.sha256)

    def _file(self, parts: tuple[str, ...], make: Callable[[], bytes], *, secret: bool = False) -> Held:
        """Return a file in the meeting's folder; what is secret lies in a folder apart."""
        apart = (self._words.pgettext("file name", "confidential"),) if secret else ()
        return Held(unlike(safe_path(*apart, self.stem, *parts), self.taken), make)

    def _kept(self, sha256: str) -> bytes:
        with self.database.read() as read:
            return attachments.content(read, sha256)

    # --- the protocol

    def _record(self) -> Iterator[Held]:
        """Walk the record as it is typeset, where not all of it is there as it was signed.

        Of one with anything confidential there is what is public, too.
        """
        words, meeting = self._words, self.meeting
        secret = is_confidential(meeting)
        unsigned = [each for each in meeting.verifications if original_of(each) is None]
        for each in unsigned:
            if own_document(meeting, each):
                yield self._file(
                    (f"{self._name(each)}.pdf",),
                    partial(self._set, each.id),
                    secret=self._is_secret(each),
                )
        if not meeting.verifications or not all(own_document(meeting, each) for each in unsigned):
            yield self._file(
                (words.pgettext("file name", "protocol") + ".pdf",),
                self._set,
                secret=secret,
            )
        if secret:
            yield from self._typeset(Kind.PROTOCOL, public=True)

    def _set(self, verification: int | None = None) -> bytes:
        return made(record.build(self.meeting, self.today, verification), Form.PDF)

    def _kept_documents(self) -> Iterator[Held]:
        meeting = self.meeting
        for each in (*meeting.verifications, *meeting.withdrawn):
            yield from self._signed(each, self._name(each), secret=self._is_secret(each))
        for number, correction in enumerate(meeting.corrections, 1):
            if correction.verification:
                name = self._words.pgettext("file name", "correction") + f"-{number}"
                secret = is_confidential(meeting) or self._is_secret_item(correction.item)
                yield from self._signed(correction.verification, name, secret=secret)

    def _name(self, verification: Verification) -> str:
        words, of = self._words, verification.paragraphs
        name = words.pgettext("file name", "protocol")
        if of is not None and len(self.meeting.verifications) > 1:
            name = f"{name}-{str(of).replace(', ', '_')}"
        return "-".join((name, words.pgettext("file name", "withdrawn"))) if verification.withdrawn else name

    def _is_secret(self, verification: Verification) -> bool:
        """Tell whether a signed document has anything confidential in it."""
        if own_document(self.meeting, verification) and verification.paragraphs is not None:
            found = (self.meeting.item(number) for number in verification.paragraphs)
            return any(item is not None and has_secrets(item) for item in found)
        return is_confidential(self.meeting)

    def _is_secret_item(self, id_: int | None) -> bool:
        return any(item.id == id_ and has_secrets(item) for item in self.meeting.items)

    def _signed(self, verification: Verification, name: str, *, secret: bool) -> Iterator[Held]:
        """Walk what was sent to be signed, what came back, and what the check of it found."""
        words = self._words
        for signing in verification.signings:
            if signing.returned is not None:
                ending = Media(signing.returned_type).ending if signing.returned_type in _MEDIA else ".pdf"
                title = "-".join((name, words.pgettext("file name", "signed"))) + ending
                yield self._file((title,), partial(self._kept, signing.returned), secret=secret)
            if signing.original is not None and signing.original != signing.returned:
                title = "-".join((name, words.pgettext("file name", "sent to be signed"))) + ".pdf"
                yield self._file((title,), partial(self._kept, signing.original), secret=secret)
            if signing.report:
                title = "-".join((name, words.pgettext("file name", "check of signatures"))) + ".txt"
                told = plain(signing.report) + "\n"
                yield self._file((title,), told.encode, secret=secret)

    # --- what was made of it

    def _typeset(self, kind: Kind, *, public: bool = False, secret: bool = False) -> Iterator[Held]:
        """Walk the documents of a kind, named without the meeting: its folder says that."""
        prepared = prepare(
            self.database, self.meeting.id, kind, public=public, today=self.today, known=self.meeting
        )
        for each in prepared:
            name = each.stem.removeprefix(f"{self.stem}-") + ".pdf"
            yield self._file((name,), partial(made, each.document, Form.PDF), secret=secret)

    def _dispatched(self) -> Iterator[Held]:
        """Walk the extracts as they were sent, each once."""
        seen: set[str] = set()
        with self.database.read() as read:
            there = attachments.held(read)
        folder = self._words.pgettext("file name", "dispatched")
        for item in self.meeting.items:
            for each in item.dispatches:
                if each.sha256 is None or each.sha256 in seen or each.sha256 not in there:
                    continue
                seen.add(each.sha256)
                secret = any(
                    has_secrets(other) and any(one.sha256 == each.sha256 for one in other.dispatches)
                    for other in self.meeting.items
                )
                name = f"{each.recipient[:_LONGEST]} {each.sent_on.isoformat()}.pdf"
                yield self._file((folder, name), partial(self._kept, each.sha256), secret=secret)

    def _paper(self, item: Item, document: Document, number: int, sha256: str) -> Held:
        """Return a paper; the name of a confidential one tells nothing, for the lists of files name it."""
        words, secret = self._words, document.confidential or item.confidential
        called = "" if secret else _short(item.public_title or item.title)
        place = (
            f"§ {item.number}" if item.number else f"{self.meeting.items.index(item) + 1} {called}".strip()
        )
        ending = Media(document.media_type).ending if document.media_type in _MEDIA else ""
        title = "" if secret else _short(document.title)
        name = f"{document.number or number} {title}".strip()
        name += "" if title and title.casefold().endswith(ending) else ending
        folder = words.pgettext("file name", "documents")
        return self._file((folder, place, name), partial(self._kept, sha256), secret=secret)


_LONGEST = 60
_MEDIA = frozenset(Media)


def _short(title: str) -> str:
    """Return as much of a title as makes a name of a file."""
    return " ".join(title.split())[:_LONGEST].rstrip(" .")
