"""Signing in a service: the file goes out, comes back, is examined, and a person says what only one can."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from klubban.domain.matched_signers import matched
from klubban.domain.signing import Verdict
from klubban.i18n import _, pgettext
from klubban.operations.signing_by_service import Examining, finish_service, take_back, to_examine
from klubban.operations.trusted import trust, trusted_certificates
from klubban.store import attachments
from klubban.ui import clock
from klubban.ui.after import verify_words as words
from klubban.ui.after.hand import INSET, Hand, chief
from klubban.ui.after.jobs import Examine, FileRead, Found, ReadSigned
from klubban.ui.after.trusted_list import TrustedList
from klubban.ui.planning.parts import Acts
from klubban.ui.registers.form import Form
from klubban.ui.widgets.basics import QUIET, TOP, Pill, Text, spaced
from klubban.ui.widgets.key_foot import KeyName
from klubban.ui.widgets.leads import Leads
from klubban.ui.widgets.section import Column, Rows

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from klubban.domain.examined import Examined, SignatureFound, UnknownIssuer
    from klubban.domain.matched_signers import Matched
    from klubban.ui.after.part import Chief
    from klubban.ui.after.verify_part import VerifyPart
    from klubban.ui.theme import Tone


class ServiceHand(Hand):
    """The file is out, or has come back and awaits a person's word."""

    found: Examined | None = None
    """What the kept file was found to be."""
    chosen: dict[int, int]

    def __init__(self, part: VerifyPart) -> None:
        """Begin with nothing found."""
        super().__init__(part)
        self._trusted = TrustedList(self, self._forget)

    def build(self) -> None:
        """Show who is to sign, and what came back."""
        if self.signing.returned is not None:
            self._build_returned()
        else:
            self._build_out()
        self.add_report()
        self._trusted.add()
        self.add_way_out()
        self.add_before()

    def _build_out(self) -> None:
        sheet = self.sheet
        self.found, self.chosen = None, {}
        if self.signing.verdict is Verdict.CHANGED:
            self.part.add(_("What came back"), _told(*words.verdict(self.signing)), INSET)
        rows = [(words.signature(each, sheet.meeting), "", None) for each in sheet.signatures]
        self.part.add(_("Who signs"), Rows(rows))
        column = Column()
        told = Text(
            _("Send the file to the service. When all have signed, fetch it there and drop it here."),
            "body",
            QUIET,
            wrap=True,
        )
        told.setContentsMargins(INSET, 0, 0, 0)
        column.column.addWidget(told)
        column.column.addWidget(Acts([(_("Save the file again"), self.save_again)]))
        self.part.add(_("The file"), column, INSET)

    def _build_returned(self) -> None:
        """Show the verdict on the kept file; it is examined anew where that is not known any more."""
        if self.signing.verdict is not None:
            self.part.add(_("What came back"), _told(*words.verdict(self.signing)), INSET)
        if self.found is None or self.found.sha256 != self.signing.returned:
            self.chosen = {}
            self.part.add(_("Signatures"), Text(_("The file is being examined …"), "body", QUIET))
            self._examine_kept()
            return
        match = self._match()
        self.part.add(_("Signatures"), self._signatures(match))
        for label, acts in self._lacking(self.found, match):
            self.part.add(label, acts, INSET)

    def chief(self) -> Chief | None:
        """Take the file back; once it is here, verify by it."""
        if self.sheet.locked or self.part.working.busy:
            return None
        if self.signing.returned is None:
            return chief(_("Take the signed file back …"), self.ask_for_file)
        return chief(_("Register as verified"), self._ask_to_accept) if self.found else None

    def keys(self) -> Sequence[KeyName]:
        """Name the keys."""
        if self.signing.returned is not None:
            return ()
        return (
            KeyName("T", pgettext("key", "take the file back")),
            KeyName("S", pgettext("key", "save the file again")),
        )

    def acts(self) -> Mapping[int, Callable[[], object]]:
        """Do what the keys are for."""
        if self.signing.returned is not None:
            return {}
        return {Qt.Key.Key_T: self.ask_for_file, Qt.Key.Key_S: self.save_again}

    def take_files(self, paths: Sequence[Path]) -> bool:
        """Take a dropped file back."""
        self._take(paths[0])
        return True

    # --- it comes back

    def ask_for_file(self) -> None:
        """Ask for the signed file."""
        filters = [_("PDF files ({endings})").format(endings="*.pdf")]
        self.choose_file(_("The file that was signed"), filters, self._take)

    def _take(self, path: Path) -> None:
        job = ReadSigned(path, self.context.database.path)
        told = _("Reading {file} …").format(file=path.name)
        self.part.working.do(job, told, partial(self._take_read, self.signing.id, path.name))

    def _take_read(self, signing: int, name: str, answer: object) -> None:
        read: list[Examining] = []

        def begin(data: bytes) -> None:
            read.append(to_examine(self.context.database, signing, data, clock.now()))

        if isinstance(answer, FileRead) and self.part.try_it(partial(begin, answer.data)):
            told = _("Examining {file} …").format(file=name)
            then = partial(self._take_examined, signing, read[0].data)
            self.part.working.do(Examine(read[0]), told, then)

    def _take_examined(self, signing: int, data: bytes, answer: object) -> None:
        if not isinstance(answer, Found):
            return
        self.found, self.chosen = answer.examined, {}
        self.report_shown = answer.examined.verdict is Verdict.CHANGED  # then it is asked why
        self.context.attempt(
            lambda: take_back(self.context.database, signing, data, now=clock.now(), examined=answer.examined)
        )

    def _examine_kept(self) -> None:
        signing = self.signing
        with self.context.database.read() as read:
            data = attachments.content(read, signing.returned or "")
            original = attachments.content(read, signing.original or "")
        trusted = trusted_certificates(self.context.database)
        job = Examine(Examining(data, original, trusted, clock.now()))
        if not self.part.working.busy:
            self.part.working.do(job, _("Examining …"), self._show_examined)

    def _show_examined(self, answer: object) -> None:
        if isinstance(answer, Found):
            self.found = answer.examined
            self.part.show_again()

    # --- what a person says

    def _match(self) -> Matched:
        assert self.found is not None  # noqa: S101 - asked for once it is known
        return matched(self.signing.signatures, self.found.signatures, self.chosen)

    def _signatures(self, match: Matched) -> QWidget:
        """Show each who was to sign with the signature that is theirs, and those of nobody."""
        sheet, rows = self.sheet, []
        for expected, found in match.pairs:
            pill = None if found.trusted else Pill(_("issuer not known"), "soon")
            rows.append((words.signature(expected, sheet.meeting), words.found(found, sheet.today), pill))
        missing = [
            (words.signature(each, sheet.meeting), "", Pill(_("missing"), "late")) for each in match.missing
        ]
        strangers = [
            (words.found(found, sheet.today), "", Pill(_("was not to sign"), "soon"))
            for found in match.strangers
        ]
        return Rows([*rows, *missing, *strangers], quiet=True)

    def _lacking(self, found: Examined, match: Matched) -> list[tuple[str, QWidget]]:
        """Return what can be said: whose a signature is, and that an issuer is trusted."""
        parts: list[tuple[str, QWidget]] = []
        pairs = [(each, other) for each in match.missing for other in match.strangers]
        if pairs:
            line = _("{found} is {name}")
            leads = Leads([line.format(found=other.who, name=each.who) for each, other in pairs])
            leads.chosen.connect(lambda number: self._choose(pairs[number][0].id, pairs[number][1]))
            parts.append((_("Whose it is"), leads))
        if found.unknown_issuers:
            line = _("Trust certificates by {issuer} …")
            acts = [
                (line.format(issuer=each.name), partial(self._ask_to_trust, each))
                for each in found.unknown_issuers
            ]
            parts.append((_("Who vouches for them"), Acts(acts)))
        return parts

    def _choose(self, signature: int, found: SignatureFound) -> None:
        assert self.found is not None  # noqa: S101 - it is shown
        self.chosen[signature] = self.found.signatures.index(found)
        self.part.show_again()

    def _ask_to_trust(self, issuer: UnknownIssuer) -> None:
        def act() -> None:
            trust(self.context.database, issuer.name, issuer.data, form.words("by"), self.sheet.today)
            self._forget()

        form = Form(_("Trust {issuer}").format(issuer=issuer.name), _("Trust"), act)
        form.add_line("by", _("Who answers"), self.context.database.who, _("a name"))
        follows = _("From now on certificates by this issuer are taken to say who somebody is.")
        form.add("", Text(follows, "small", QUIET, wrap=True))
        self.context.ask(form)

    def _forget(self) -> None:
        """Have it examined anew, by those who are trusted now."""
        self.found = None

    def _ask_to_accept(self) -> None:
        """Ask for the name of who accepts it, and why somebody's signature is missing."""
        assert self.found is not None  # noqa: S101 - the main act is there once it is known
        missing, found = self._match().missing, self.found

        def act() -> None:
            finish_service(
                self.context.database,
                self.signing.id,
                now=clock.now(),
                chosen=self.chosen,
                without={each.id: form.words(str(each.id)) for each in missing},
                accepted_by=form.words("by") if form.has("by") else None,
                examined=found,
            )

        accept = found.verdict is Verdict.REPACKAGED or not found.trusted
        form = Form(_("Register as verified by this file"), _("Register as verified"), act)
        if not (accept or missing):
            self.context.attempt(act)
            return
        if accept:
            form.add_line("by", _("Who accepts it"), self.context.database.who, _("a name"))
        for each in missing:
            form.add_line(str(each.id), str(each.who), "", _("why: is away, refuses, has died …"))
        self.context.ask(form)


def _told(word: str, tone: Tone, told: str) -> QWidget:
    """Return a verdict in large calm words, after its pill."""
    whole = QWidget()
    row = QHBoxLayout(whole)
    spaced(row, (INSET, 0, 0, 0), 10)
    row.addWidget(Pill(word, tone), 0, TOP)
    row.addWidget(Text(told, "strong", wrap=True), 1, TOP)
    return whole
