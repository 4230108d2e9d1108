"""The speakers' list of an item: who asked to speak, in turn, and for how long they spoke."""

from __future__ import annotations

from klubban.domain.agenda import Speaker
from klubban.domain.body import Named
from klubban.domain.errors import RuleBroken
from klubban.i18n import N_
from klubban.operations.item_change import changing_item
from klubban.operations.naming import checked_name, named
from klubban.store import agendas
from klubban.store.change import Change
from klubban.store.database import Database


def ask_to_speak(database: Database, item_id: int, who: Named, *, reply: bool = False) -> int:
    """Put somebody last on the list, and return the entry's id; a reply goes before those who wait.

    Replies are given in the order they were asked for. Raises RuleBroken without a name.
    """
    named_so = Named(checked_name(who.name), who.party, who.person)
    with changing_item(
        database, N_("Put {name} on the speakers’ list"), item_id, name=str(named_so)
    ) as change:
        waiting = agendas.speakers(change.connection, item_id)
        place = len(waiting)
        if reply:
            spoken = [each.seconds is not None or each.reply for each in waiting]
            place = next((at for at, settled in enumerate(spoken) if not settled), len(waiting))
        entry = change.insert(
            "speaker", item_id=item_id, position=len(waiting), reply=reply, **named(named_so)
        )
        ids = [each.id for each in waiting]
        _put_in_order(change, [*ids[:place], entry, *ids[place:]])
        return entry


def move_speaker(database: Database, speaker_id: int, by: int) -> None:
    """Let somebody speak earlier (by -1) or later (1) among those who wait; raises LookupError."""
    item_id, listed, at = _found(database, speaker_id)
    there = at + by
    if not 0 <= there < len(listed) or listed[there].seconds is not None:
        return
    with changing_item(
        database, N_("Move {name} on the speakers’ list"), item_id, name=str(listed[at].who)
    ) as change:
        ids = [each.id for each in listed]
        ids.insert(there, ids.pop(at))
        _put_in_order(change, ids)


def finish_speech(database: Database, speaker_id: int, seconds: int) -> None:
    """Note for how many seconds somebody spoke; raises RuleBroken for fewer than none, and LookupError."""
    if seconds < 0:
        raise RuleBroken("Nobody speaks for less than no time")
    item_id, listed, at = _found(database, speaker_id)
    with changing_item(
        database, N_("Note how long {name} spoke"), item_id, name=str(listed[at].who)
    ) as change:
        change.update("speaker", speaker_id, seconds=seconds)


def strike_speaker(database: Database, speaker_id: int) -> None:
    """Take somebody off the list; raises LookupError."""
    item_id, listed, at = _found(database, speaker_id)
    with changing_item(
        database, N_("Take {name} off the speakers’ list"), item_id, name=str(listed[at].who)
    ) as change:
        change.delete("speaker", speaker_id)


def _found(database: Database, speaker_id: int) -> tuple[int, tuple[Speaker, ...], int]:
    """Return the item, its whole list, and the place of an entry in it."""
    with database.read() as read:
        item_id = agendas.item_of_speaker(read, speaker_id)
        listed = agendas.speakers(read, item_id)
    return item_id, listed, next(at for at, each in enumerate(listed) if each.id == speaker_id)


def _put_in_order(change: Change, ids: list[int]) -> None:
    for position, id_ in enumerate(ids):
        change.update("speaker", id_, position=position)
