"""What is asked of a draft: when it went out, who said what of it, and what was done about that."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from klubban.domain.body import Named
from klubban.domain.errors import RuleBroken
from klubban.domain.text import from_plain
from klubban.domain.who_signs import Signer, who_signs
from klubban.i18n import N_, _, pgettext
from klubban.operations import drafts
from klubban.ui import clock
from klubban.ui.minutes.cells import NamesCell
from klubban.ui.minutes.people import People
from klubban.ui.registers.days import read_day, written
from klubban.ui.registers.form import Form
from klubban.ui.texts.lines import blocks_of, lines_of
from klubban.ui.widgets.basics import QUIET, Text
from klubban.ui.widgets.options import Toggle

if TYPE_CHECKING:
    from klubban.domain.decided import Objection
    from klubban.domain.meeting import Meeting
    from klubban.ui.after.part import Context

_DAYS = 3
"""So many are offered for comments; verification is due in fourteen."""


def asked(meeting: Meeting) -> tuple[Signer, ...]:
    """Return those whom the draft goes to: all who sign, each once."""
    found: list[Signer] = []
    for verification in meeting.verifications or (None,):
        for each in who_signs(meeting, verification):
            if each.who is not None and not any(each.who.is_same(one.who) for one in found):
                found.append(each)
    return tuple(each for each in found if each.who != meeting.secretary)


def sending(context: Context, meeting: Meeting) -> Form:
    """Return the form that asks when the draft went out."""
    today = clock.today()

    def act() -> None:
        on, until = read_day(form.words("on")), read_day(form.words("until"))
        drafts.send_draft(context.database, meeting.id, on=on, comments_by=until)

    form = Form(_("The draft goes out"), _("Note as sent"), act)
    on = meeting.draft_sent or today
    form.add_line("on", pgettext("of a draft", "Sent"), written(on), "2026-12-31")
    until = meeting.comments_by or on + timedelta(days=_DAYS)
    form.add_line("until", _("Comments by"), written(until), "2026-12-31")
    told = _("The draft says so on each page. Those who sign see it before they do.")
    form.add("", Text(told, "small", QUIET, wrap=True))
    return form


def comment(context: Context, meeting: Meeting) -> Form:
    """Return the form that asks who says what of which paragraph."""
    people = [each.who for each in asked(meeting) if each.who is not None]
    names = NamesCell(_("Who"), _("a name"), parties=False)
    names.offer(People((*people, *(each.who for each in meeting.attendance))))
    dissent = _dissent()

    def act() -> None:
        names.complete()
        read = names.read()
        typed = " ".join(names.words().split())
        who = read.people[0] if read.people else Named(typed) if typed else None
        if who is None:
            raise RuleBroken(N_("Say whose comment it is"))
        drafts.add_comment(
            context.database,
            meeting.id,
            who,
            from_plain(form.words("text")),
            on=clock.today(),
            item=numbered(meeting, form.words("paragraph")),
            dissent=dissent.isChecked(),
        )

    form = Form(_("A comment on the draft"), _("Save"), act)
    form.add(_("Who"), names, focus=names.editor)
    names.entered.connect(lambda: form.go_to("paragraph"))
    form.add_line("paragraph", _("Paragraph"), "", _("its number, if it is about one"))
    form.add_line("text", pgettext("of an objection", "What"), "", _("what they say of it"))
    form.add("", dissent)
    return form


def changing(context: Context, meeting: Meeting, of: Objection) -> Form:
    """Return the form that asks for a comment anew: which paragraph, what, and the day it came."""
    number = meeting.item_by_id(of.item).number if of.item is not None else None
    about = str(number) if number is not None else ""
    dissent = _dissent(checked=of.dissent)

    def act() -> None:
        typed = form.words("paragraph")
        drafts.change_comment(
            context.database,
            of.id,
            text=blocks_of(text.lines()),
            item=of.item if typed == about else numbered(meeting, typed),
            dissent=dissent.isChecked(),
            on=read_day(form.words("on")),
        )

    form = Form(_("The comment of {name}").format(name=of.by), _("Save"), act)
    hint = _("its number, if it is about one")
    form.add_line("paragraph", _("Paragraph"), about, hint)
    text = form.add_line("text", pgettext("of an objection", "What"), "", _("what they say of it"))
    text.show_lines(lines_of(of.text))
    day = written(of.on) if of.on else ""
    form.add_line("on", pgettext("of an objection", "Came"), day, "2026-12-31")
    form.add("", dissent)
    return form


def _dissent(*, checked: bool = False) -> Toggle:
    toggle = Toggle(_("Holds that it was not decided so"), _("It can then be noted in the protocol."))
    toggle.setChecked(checked)
    return toggle


def settling(context: Context, of: Objection) -> Form:
    """Return the form that asks what was done about a comment."""
    name = _("The comment of {name} is settled").format(name=of.by)
    form = Form(name, _("Save"), lambda: drafts.settle(context.database, of.id, _words(form)))
    form.add_line("words", _("How"), "", _("such as: changed, left as it is, talked over"))
    return form


def _words(form: Form) -> str:
    words = form.words("words")
    if not words:
        raise RuleBroken(N_("Say what was done about the comment"))
    return words


def putting_off(context: Context, verification_id: int) -> Form:
    """Return the form that asks why a verification is put off."""

    def act() -> None:
        drafts.put_off(context.database, verification_id, form.words("why"), today=clock.today())

    form = Form(_("Put the verification off to the next meeting"), _("Put it off"), act)
    form.add_line("why", _("Why"), "", _("what they do not agree on"))
    told = _("It comes on the agenda of the body’s next meeting, which then decides on it.")
    form.add("", Text(told, "small", QUIET, wrap=True))
    return form


def numbered(meeting: Meeting, typed: str) -> int | None:
    """Return the item of a paragraph that is typed; none for nothing. Raises RuleBroken for no such one."""
    digits = typed.replace("§", "").strip()
    if not digits:
        return None
    found = meeting.item(int(digits)) if digits.isdecimal() else None
    if found is None:
        raise RuleBroken(N_("There is no paragraph {number} in this protocol"), number=typed.strip())
    return found.id
