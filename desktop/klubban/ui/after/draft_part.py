"""The draft: who it goes to, what they say of it paragraph by paragraph, and a verification put off."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from klubban.documents import drafts as draft_marks
from klubban.documents.record import build
from klubban.domain.circulated import Circulates
from klubban.domain.errors import RuleBroken
from klubban.domain.meeting import Stage
from klubban.domain.text import lines
from klubban.i18n import _, ngettext, pgettext
from klubban.operations import drafts
from klubban.operations.drafts_mail import prepare_draft_mail, recipients
from klubban.operations.export import Kind, prepare
from klubban.ui import clock
from klubban.ui.after import comment_forms
from klubban.ui.after import verify_words as words
from klubban.ui.after.part import Chief, Paper, Part
from klubban.ui.after.readers import add_readers
from klubban.ui.meeting.words import item_name
from klubban.ui.planning.parts import Acts
from klubban.ui.widgets.basics import QUIET, TOP, Pill, Text, spaced
from klubban.ui.widgets.key_foot import KeyName
from klubban.ui.widgets.leads import Leads
from klubban.ui.widgets.section import Column, Rows, Sentences

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from PySide6.QtWidgets import QWidget

    from klubban.domain.decided import Objection
    from klubban.domain.meeting import Meeting
    from klubban.domain.verification import Verification
    from klubban.ui.after.part import Context

INSET = 6


class DraftPart(Part):
    """Sent, commented, settled; each comment leads to its paragraph."""

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self._unfolded: set[object] = set()

    def title(self) -> str:
        """Return where the draft stands."""
        meeting = self.meeting
        if meeting is None:
            return ""
        if meeting.draft_sent is None:
            return _("The draft has not been sent.")
        sent = _("The draft was sent {day}.").format(day=words.short(meeting.draft_sent, clock.today()))
        open_ = sum(not each.settled for each in meeting.objections)
        if open_:
            told = ngettext("One comment is to be settled.", "{count} comments are to be settled.", open_)
            return f"{sent} {told.format(count=open_)}"
        settled = _("Nothing is to be settled.")
        return f"{sent} {settled}" if meeting.objections else sent

    def show_meeting(self, meeting: Meeting) -> None:
        """Show who it goes to, and what came back."""
        super().show_meeting(meeting)
        self._add_to()
        add_readers(self, meeting, Circulates.DRAFT, self._unfolded)
        if meeting.draft_sent is not None:
            self._add_comments()
        for each in meeting.verifications:
            self._add_put_off(each)

    # --- sent

    def _add_to(self) -> None:
        meeting = self.meeting
        assert meeting is not None  # noqa: S101 - it is shown
        rows = [(words.signer(each, meeting), "", None) for each in comment_forms.asked(meeting)]
        self.add(_("To whom"), Rows(rows))
        unreachable = recipients(self.context.database, meeting).unreachable
        if unreachable:
            told = _("Without an e-mail address in the register: {names}.").format(
                names=", ".join(unreachable)
            )
            self.add("", Text(told, "small", QUIET, wrap=True))
        column = Column()
        if meeting.comments_by is not None:
            day = words.short(meeting.comments_by, clock.today())
            until = Text(_("Comments by {day}.").format(day=day), wrap=True)
            until.setContentsMargins(INSET, 0, 0, 0)
            column.column.addWidget(until)
        acts: list[tuple[str, Callable[[], object]]] = [(_("Save the draft as PDF"), self.export)]
        if meeting.draft_sent is not None:
            acts.append((_("Mail draft"), self.mail))
            if self._open:
                acts.append((_("Change"), self.ask_to_send))
        column.column.addWidget(Acts(acts))
        self.add(_("The draft"), column, INSET)

    @property
    def _open(self) -> bool:
        meeting = self.meeting
        usual = meeting is not None and meeting.stage in (Stage.CLOSED, Stage.READY)
        return usual and not self.context.database.read_only

    def ask_to_send(self) -> None:
        """Ask when it went out, and until when they answer."""
        if self.meeting is not None and self._open:
            self.context.ask(comment_forms.sending(self.context, self.meeting))

    def export(self) -> None:
        """Write the draft, marked on each page."""
        if self.meeting is not None:
            id_, today = self.meeting.id, clock.today()
            make = partial(prepare, self.context.database, id_, Kind.PROTOCOL, draft=True, today=today)
            self.context.exporter.write(self.context.room, make)

    def mail(self) -> None:
        """Write a mail with the draft, to those who sign."""
        if self.meeting is not None:
            id_, today = self.meeting.id, clock.today()
            self.context.exporter.write(
                self.context.room, lambda: [prepare_draft_mail(self.context.database, id_, today=today).mail]
            )

    # --- comments

    def _add_comments(self) -> None:
        meeting = self.meeting
        assert meeting is not None  # noqa: S101 - it is shown
        for each in meeting.objections:
            self.add(self._place(each), self._comment(each), INSET)
        if self._open:
            column = Column()
            column.column.addWidget(Acts([(_("Note a comment …"), self.ask_for_comment)]))
            self.add(pgettext("of a draft", "Comments") if not meeting.objections else "", column, INSET)

    def _place(self, comment: Objection) -> str:
        if self.meeting is None or comment.item is None:
            return _("The whole protocol")
        return item_name(self.meeting, self.meeting.item_by_id(comment.item))

    def _comment(self, each: Objection) -> Column:
        """Return a comment: who, what, how it was settled, and what can be done about it."""
        column = Column()
        spaced(column.column, gap=2)
        head = Rows([(str(each.by), "", self._pill(each))])
        head.setContentsMargins(INSET, 0, 0, 0)
        column.column.addWidget(head)
        column.column.addWidget(self._said(each))
        if each.settled:
            settled = Text(_("Settled: {words}").format(words=each.settled), "small", QUIET, wrap=True)
            settled.setContentsMargins(INSET, 0, 0, 0)
            column.column.addWidget(settled, 0, TOP)
        acts = self._acts_on(each)
        if acts:
            column.column.addWidget(Acts(acts))
        return column

    def _said(self, each: Objection) -> QWidget:
        """Return the words of a comment; they lead to its paragraph."""
        if each.item is None:
            said = Sentences(lines(each.text))
            said.setContentsMargins(INSET, 0, 0, 0)
            return said
        leads = Leads([" ".join(lines(each.text))])
        leads.chosen.connect(lambda _number, item=each.item: self.context.go_to(item))
        return leads

    def _pill(self, each: Objection) -> Pill:
        if each.settled:
            return Pill(_("settled"), "done")
        return Pill(_("dissents"), "late") if each.dissent else Pill(pgettext("of a comment", "open"), "soon")

    def _acts_on(self, each: Objection) -> list[tuple[str, Callable[[], object]]]:
        if not self._open or self.meeting is None:
            return []
        if each.settled:
            again = partial(drafts.settle, self.context.database, each.id, None)
            return [(_("Take up again"), partial(self.context.attempt, again))]
        settle = partial(comment_forms.settling, self.context, each)
        acts: list[tuple[str, Callable[[], object]]] = [(_("Settle …"), lambda: self.context.ask(settle()))]
        if each.dissent and each.item is not None:
            acts.append((_("Note it in the protocol"), partial(self._note_dissent, each)))
        change = partial(comment_forms.changing, self.context, self.meeting, each)
        acts.append((_("Change …"), lambda: self.context.ask(change())))
        remove = partial(drafts.remove_comment, self.context.database, each.id)
        return [*acts, (_("Take back"), partial(self.context.attempt, remove))]

    def _note_dissent(self, each: Objection) -> None:
        act = partial(drafts.note_dissent, self.context.database, each.id, on=clock.today())
        self.context.attempt(act)

    def ask_for_comment(self) -> None:
        """Ask who says what of which paragraph."""
        if self.meeting is not None and self._open and self.meeting.draft_sent is not None:
            self.context.ask(comment_forms.comment(self.context, self.meeting))

    # --- put off

    def _add_put_off(self, of: Verification) -> None:
        """Say that a verification was put off, or offer that where there is dissent."""
        meeting = self.meeting
        assert meeting is not None  # noqa: S101 - it is shown
        if meeting.is_done(of) or of.immediate:
            return
        if of.moved_to is not None:
            told = _("The verification is put off to the meeting on {day}: {why}")
            day = words.short(of.moved_to, clock.today())
            self.add(_("Put off"), Text(told.format(day=day, why=of.moved_because or ""), wrap=True))
        elif self._open and any(not each.settled for each in meeting.objections):
            ask = partial(comment_forms.putting_off, self.context, of.id)
            acts = Acts(
                [(_("Put the verification off to the next meeting …"), lambda: self.context.ask(ask()))]
            )
            self.add(_("If they do not agree"), acts, INSET)

    # --- what the page asks

    def chief(self) -> Chief | None:
        """Send it; once it is out, take comments."""
        if self.meeting is None or not self._open:
            return None
        if self.meeting.draft_sent is None:
            return Chief(_("Note as sent …"), self.ask_to_send)
        return Chief(_("Note a comment …"), self.ask_for_comment)

    def keys(self) -> Sequence[Sequence[KeyName]]:
        """Name the keys."""
        found = [KeyName("P", pgettext("key", "draft as PDF"))]
        if self.meeting is not None and self.meeting.draft_sent is not None:
            found.append(KeyName("M", pgettext("key", "mail draft")))
        return [found]

    def acts(self) -> Mapping[int, Callable[[], object]]:
        """Do what they are for."""
        return {Qt.Key.Key_P: self.export, Qt.Key.Key_M: self.mail}

    def paper(self) -> Paper | None:
        """Show the draft, marked as such."""
        if self.meeting is None:
            return None
        try:
            return Paper(_("The draft"), draft_marks.marked(build(self.meeting, clock.today())))
        except RuleBroken:
            return None
