"""What is asked about a walk: who went where and when, what was seen, and what becomes of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from klubban.domain.errors import RuleBroken
from klubban.domain.text import from_plain, plain
from klubban.i18n import N_, _, pgettext
from klubban.operations import walks
from klubban.ui.asking.act_form import ActForm

if TYPE_CHECKING:
    from collections.abc import Callable

    from klubban.domain.undertaken import OwnerLeft
    from klubban.domain.walk import Observation, Walk
    from klubban.operations.paper_file import PaperFile
    from klubban.store.database import Database
    from klubban.ui.assignments.book import Book

_NO_TITLE = N_("Say what the walk is called")


def new_walk(database: Database, body_id: int | None, book: Book, made: Callable[[int], object]) -> ActForm:
    """Return the form of a walk."""

    def act() -> None:
        made(
            walks.add_walk(
                database,
                form.needed_body("body"),
                form.needed("title", RuleBroken(_NO_TITLE)),
                day=form.day("day"),
                place=form.words("place") or None,
                led_by=form.words("led_by") or None,
                taking_part=form.several("taking_part"),
            )
        )

    form = ActForm(_("New safety walk"), _("Note the walk"), act, about="title")
    form.add_words("title", pgettext("walk", "Name"), "", _("such as: Safety walk round the station"))
    form.add_body(
        "body", pgettext("walk", "Held by"), _("the body, by its first letters"), book.all_bodies
    ).show_value(body_id)
    _add_facts(form, None, book)
    return form


def change_walk(database: Database, walk: Walk, book: Book) -> ActForm:
    """Return the form that asks for a walk's facts anew."""

    def act() -> None:
        walks.change_walk(
            database,
            walk.id,
            title=form.needed("title", RuleBroken(_NO_TITLE)),
            day=form.day("day"),
            place=form.words("place") or None,
            led_by=form.words("led_by") or None,
            taking_part=form.several("taking_part"),
            text=from_plain(form.words("text")),
        )

    form = ActForm(walk.title, _("Save"), act, about="title")
    form.add_words("title", pgettext("walk", "Name"), walk.title)
    _add_facts(form, walk, book)
    form.add_words(
        "text", pgettext("walk", "In words"), plain(walk.text), _("how it was, if it is to be told")
    )
    return form


def _add_facts(form: ActForm, walk: Walk | None, book: Book) -> None:
    form.add_day("day", pgettext("walk", "Day"), walk.day if walk else book.today)
    form.add_words("place", pgettext("walk", "Where"), (walk.place or "") if walk else "", _("where it went"))
    form.add_words("led_by", pgettext("walk", "Led by"), (walk.led_by or "") if walk else "")
    cell = form.add_names(
        "taking_part", _("Taking part"), _("names and organisations, with commas"), book.known
    )
    cell.show_words(", ".join(walk.taking_part) if walk else "")


def observe(database: Database, walk: Walk, made: Callable[[int], object]) -> ActForm:
    """Return the form for what was seen; it is there again for the next."""

    def act() -> None:
        text = form.needed("text", RuleBroken(N_("Say what was seen")))
        made(walks.observe(database, walk.id, text, place=form.words("place") or None))

    form = ActForm(_("What was seen"), _("Note it"), act, about="text")
    form.add_words("place", pgettext("observation", "Where"), "", _("such as: the underpass, south side"))
    form.add_words("text", pgettext("observation", "What"), "", _("what was seen, and what would help"))
    return form


def change_observation(database: Database, seen: Observation) -> ActForm:
    """Return the form that asks for what was seen anew."""

    def act() -> None:
        text = form.needed("text", RuleBroken(N_("Say what was seen")))
        facts = {"text": text, "place": form.words("place") or None}
        if seen.sha256 is not None:
            facts["picture_says"] = form.needed("says", RuleBroken(_NO_WORDS))
        walks.change_observation(database, seen.id, **facts)

    form = ActForm(_("What was seen"), _("Save"), act, about="text")
    form.add_words("place", pgettext("observation", "Where"), seen.place or "")
    form.add_words("text", pgettext("observation", "What"), seen.text)
    if seen.sha256 is not None:
        form.add_words("says", _("The picture shows"), seen.picture_says or "")
    return form


_NO_WORDS = N_("Say what the picture shows, for those who do not see it")


def picture(database: Database, seen: Observation, kept: PaperFile) -> ActForm:
    """Return the form that asks what a picture shows."""

    def act() -> None:
        says = form.needed("says", RuleBroken(_NO_WORDS))
        walks.attach_picture(database, seen.id, kept, says=says)

    form = ActForm(_("The picture {name}").format(name=kept.title), _("Keep the picture"), act, about="says")
    hint = _("in a sentence, for those who do not see it")
    form.add_words("says", _("It shows"), seen.picture_says or "", hint)
    return form


def assign(
    database: Database, seen: Observation, book: Book, remark: Callable[[tuple[OwnerLeft, ...]], object]
) -> ActForm:
    """Return the form that makes an assignment of what was seen."""

    def act() -> None:
        given = walks.make_assignment(
            database,
            seen.id,
            form.who("to"),
            due=form.due("due", book.today),
            text=form.words("text"),
            cost=form.words("cost") or None,
        )
        remark(given.remarks)

    form = ActForm(_("It becomes an assignment"), _("Give the assignment"), act, about="due")
    form.add_names("to", _("Who"), _("a name, an office or an organisation"), book.known)
    form.add_words("due", _("By when"), "", _("such as 10 Feb, 2 w or 2026-12-31"))
    form.add_words("text", _("What"), ": ".join(filter(None, (seen.place, seen.text))))
    form.add_words("cost", _("At whose cost"))
    return form


def nothing(database: Database, seen: Observation) -> ActForm:
    """Return the form that asks why what was seen leads to nothing."""

    def act() -> None:
        reason = form.needed("reason", RuleBroken(N_("Say why; it is told in the report of the walk")))
        walks.settle(database, seen.id, reason)

    form = ActForm(_("It leads to nothing"), _("Note why"), act, about="reason")
    hint = _("such as: seen to already, somebody else's, no measure would help")
    form.add_words("reason", _("Why"), seen.nothing_because or "", hint)
    return form
