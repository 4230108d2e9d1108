"""How a verification is announced: what stands on the board, from when to when, and what is made of it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from klubban.documents import certificate
from klubban.documents.wording import signs_in
from klubban.domain import notices
from klubban.domain.notices import ToDo
from klubban.i18n import _, pgettext
from klubban.operations.notice_files import on_paper
from klubban.operations.notices import planned, usual
from klubban.ui import clock
from klubban.ui.after import notice_words as say
from klubban.ui.after.dated import Dated
from klubban.ui.after.notice_forms import FaultForm, PostForm, TakeDownForm
from klubban.ui.after.notice_saving import NoticeSaving
from klubban.ui.after.part import Chief, Paper, Part
from klubban.ui.planning.parts import Acts, Said
from klubban.ui.widgets.basics import QUIET, Text
from klubban.ui.widgets.chips import OneOf
from klubban.ui.widgets.key_foot import KeyName
from klubban.ui.widgets.leads import INSET
from klubban.ui.widgets.section import Sentences

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from klubban.domain.meeting import Meeting
    from klubban.domain.notices import Reminder
    from klubban.domain.verification import Notice, Verification
    from klubban.ui.after.part import Context


class NoticePart(Part):
    """One set of paragraphs at a time; each has a notice of its own."""

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self._chosen: int | None = None
        """The verification whose notice is shown, of several."""
        self._saving = NoticeSaving(context, self)

    # --- what is shown

    def title(self) -> str:
        """Return where the announcement stands."""
        if self.meeting is None:
            return ""
        return say.heading(self.meeting, self._verification(), clock.today())

    def show_meeting(self, meeting: Meeting) -> None:
        """Show the notice that is to be seen to, or the one that was chosen."""
        if self.meeting is None or self.meeting.id != meeting.id:
            self._chosen = None
        super().show_meeting(meeting)
        verification, notice, today = self._verification(), self._notice(), clock.today()
        self._show_sets(meeting)
        if verification is None:
            told = _("It is announced at the latest on the second day after it was verified.")
            self.column.addWidget(Text(told, "body", QUIET, wrap=True))
            return
        found = [*say.remarks(meeting, notice, today)] if notice else []
        if found:
            self.add(pgettext("of a notice", "To be seen to"), Said(found))
        days = sorted(say.days(meeting, verification, notice, today), key=lambda each: each[0])
        self.add(_("Days"), Dated(days, today))
        self.add(_("What it says"), Sentences([*say.content(meeting, notice or self._planned(meeting))]))
        self.add(_("For the board"), Acts(self._files()), INSET)
        if notice and notice.posted:
            self.add(_("After it"), Acts(self._afterwards(notice)), INSET)
        before = [
            each for each in notices.notices_of(meeting, verification) if each != notice and each.posted
        ]
        if before:
            self.add(_("Earlier notices"), Sentences([say.earlier(each, today) for each in before]))

    def _show_sets(self, meeting: Meeting) -> None:
        done = self._done(meeting)
        if len(meeting.verifications) < 2 or not done:  # noqa: PLR2004 - there is something to choose
            return
        numbers = [(each, notices.covered(meeting, each)) for each in done]
        options = [(each.id, signs_in(meeting, own) if own else "–") for each, own in numbers]
        now = self._verification()
        chips = OneOf(_("Which paragraphs"), options, now.id if now else None)
        chips.chosen.connect(self._choose)
        self.add(_("Paragraphs"), chips)

    def _choose(self, verification: int) -> None:
        self._chosen = verification
        self.show_again()

    # --- what can be done

    def chief(self) -> Chief | None:
        """Return what is to be done about the notice."""
        reminder = self._reminder()
        if reminder is None:
            return None
        early = reminder.what is ToDo.TAKE_DOWN and clock.today() < reminder.day
        return None if early else Chief(say.chief(reminder.what), self._do_next)

    def keys(self) -> Sequence[Sequence[KeyName]]:
        """Return the keys."""
        if self._verification() is None:
            return ()
        notice = self._notice()
        files = [
            KeyName("W", pgettext("key", "copy for the web")),
            KeyName("P", pgettext("key", "PDF")),
            KeyName("K", pgettext("key", "calendar")),
        ]
        if notice is None or not notice.posted:
            return (files,)
        after = [KeyName("I", pgettext("key", "certificate"))]
        if not notice.removed:
            after.append(KeyName("D", pgettext("key", "taken down")))
        if not notice.flawed:
            after.append(KeyName("F", pgettext("key", "faulty")))
        return (files, after)

    def acts(self) -> Mapping[int, Callable[[], object]]:
        """Return what plain keys do."""
        return {
            Qt.Key.Key_W: self.copy,
            Qt.Key.Key_P: self.save,
            Qt.Key.Key_K: self.save_days,
            Qt.Key.Key_I: self.save_certificate,
            Qt.Key.Key_D: self.ask_down,
            Qt.Key.Key_F: self.ask_fault,
        }

    def paper(self) -> Paper | None:
        """Return the notice as it is, or the next as it would be today; its certificate once it is down."""
        meeting, shown = self.meeting, self._shown()
        if meeting is None or shown is None:
            return None
        if shown.removed:
            language = meeting.organisation.language
            return Paper(_("Certificate of notice"), certificate.build(meeting, shown, language=language))
        return Paper(_("Notice of verification"), on_paper(meeting, shown))

    def _files(self) -> list[tuple[str, Callable[[], object]]]:
        return [
            (_("Copy for the web board"), self.copy),
            (_("Save as PDF"), self.save),
            (_("Save as a web page"), self.save_page),
            (_("Save the days for calendars"), self.save_days),
        ]

    def _afterwards(self, notice: Notice) -> list[tuple[str, Callable[[], object]]]:
        found: list[tuple[str, Callable[[], object]]] = [(_("Save the certificate"), self.save_certificate)]
        if not notice.removed:
            found.append((_("It was taken down …"), self.ask_down))
        if not notice.flawed:
            found.append((_("Something is wrong with it …"), self.ask_fault))
        if self.meeting and notices.faults(self.meeting, notice):
            found.append((_("Post again …"), self.ask_again))
        return found

    def _do_next(self) -> None:
        reminder = self._reminder()
        what = reminder.what if reminder else None
        if what is ToDo.POST:
            self.ask_post()
        elif what is ToDo.POST_AGAIN:
            self.ask_again()
        elif what is ToDo.TAKE_DOWN:
            self.ask_down()

    def ask_post(self) -> None:
        """Ask when and where it was posted."""
        verification = self._verification()
        if self.meeting is not None and verification is not None:
            self.context.ask(PostForm(self.context.database, self.meeting, verification))

    def ask_again(self) -> None:
        """Ask when another one was posted in the place of a faulty one."""
        verification, notice = self._verification(), self._notice()
        if self.meeting is not None and verification is not None and notice is not None:
            self.context.ask(PostForm(self.context.database, self.meeting, verification, notice))

    def ask_down(self) -> None:
        """Ask when it was taken down."""
        notice = self._notice()
        if notice and notice.posted and not notice.removed:
            self.context.ask(TakeDownForm(self.context.database, notice))

    def ask_fault(self) -> None:
        """Ask what is wrong with it."""
        notice = self._notice()
        if notice and notice.posted and not notice.flawed:
            self.context.ask(FaultForm(self.context.database, notice))

    def copy(self) -> None:
        """Put the notice on the clipboard as HTML, to be put into the page of the board."""
        shown = self._shown()
        if self.meeting is not None and shown is not None:
            self._saving.copy(self.meeting, shown)

    def save(self) -> None:
        """Write the notice as PDF."""
        self._write(public=False)

    def save_page(self) -> None:
        """Write the notice as a web page that stands alone."""
        self._write(public=True)

    def _write(self, *, public: bool) -> None:
        shown = self._shown()
        if self.meeting is not None and shown is not None:
            self._saving.write(self.meeting, shown, public=public)

    def save_certificate(self) -> None:
        """Write the certificate of the notice."""
        notice = self._notice()
        if self.meeting is not None and notice is not None and notice.posted:
            self._saving.certificate(self.meeting, notice)

    def save_days(self) -> None:
        """Write the days for calendars."""
        if self.meeting is not None and self._verification() is not None:
            self._saving.days(self.meeting)

    # --- which one

    def _done(self, meeting: Meeting) -> list[Verification]:
        return [each for each in meeting.verifications if meeting.is_done(each)]

    def _verification(self) -> Verification | None:
        """Return the verification in hand: the one chosen, else what is to be seen to, else the last."""
        if self.meeting is None:
            return None
        done = self._done(self.meeting)
        wanted = self.at if self.at is not None else self._chosen
        chosen = next((each for each in done if each.id == wanted), None)
        urgent = [each.verification for each in self._reminders() if each.what is not ToDo.TAKE_DOWN]
        return chosen or next(iter(urgent), None) or (done[-1] if done else None)

    def _notice(self) -> Notice | None:
        verification = self._verification()
        return notices.standing(self.meeting, verification) if self.meeting and verification else None

    def _planned(self, meeting: Meeting) -> Notice | None:
        """Return the notice as it would be, were it posted today."""
        verification = self._verification()
        if verification is None:
            return None
        faulty = self._notice()
        found = planned(meeting, verification, clock.today(), usual(self.context.database, meeting))
        if faulty is None or faulty.posted is None:
            return found
        kept_at, board = faulty.kept_at or found.kept_at, faulty.board or found.board
        return replace(found, replaces=faulty.id, kept_at=kept_at, board=board)

    def _shown(self) -> Notice | None:
        """Return what is for the board: what stands there, or what is to be posted next."""
        notice = self._notice()
        if self.meeting and notice and notices.runs(self.meeting, notice):
            return notice
        return self._planned(self.meeting) if self.meeting else None

    def _reminders(self) -> tuple[Reminder, ...]:
        return notices.reminders(self.meeting, clock.today()) if self.meeting else ()

    def _reminder(self) -> Reminder | None:
        own = self._verification()
        return next((each for each in self._reminders() if each.verification == own), None)
