"""What a packet would do here: what is new, what is known already, what may be one of several or is refused.

A packet only adds. What is here already stays as it is, and nothing is added to a verified meeting. From
another organisation nothing is taken for one's own: its bodies and matters get keys of their own, its bodies
bear its name, and its rules do not apply here.
"""

from __future__ import annotations

import json
from collections import defaultdict
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Any

from klubban.domain.matter_history import plain_number
from klubban.domain.meeting import Stage
from klubban.exchange.writing_packet import item_key
from klubban.i18n import N_
from klubban.operations.file_names import slug
from klubban.operations.open_format import dumped
from klubban.operations.packet_lines import Does, PacketLine, PacketPlan, What
from klubban.operations.packet_shape import check_shape
from klubban.store import reads

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from klubban.domain.body import Body
    from klubban.domain.meeting import Meeting
    from klubban.exchange.packet import Packet
    from klubban.store.database import Database
    from klubban.store.reading import Read


def plan_packet(database: Database, packet: Packet) -> PacketPlan:
    """Return what a packet would do; raises Refused for a document that does not fit."""
    check_shape(packet.document)
    with database.read() as read:
        return _Planning(read, packet).run()


_VERIFIED_HERE = N_("that meeting is verified here, and nothing is added to it")
_NO_ROOM = N_("another paragraph has that number here")
_SEVERAL = N_("it may be any of several here")
_SAME_NAME = N_("somebody here is called so; write the seat by hand")


@dataclass
class _Planning:
    """Walks a packet beside what the file holds."""

    read: Read
    packet: Packet
    lines: list[PacketLine] = field(default_factory=list)
    files: dict[str, None] = field(default_factory=dict)

    def run(self) -> PacketPlan:
        """Return the plan."""
        sender = self.packet.cover.sender.name
        own = reads.organisation(self.read)
        self.foreign = own is not None and own.name.casefold() != sender.casefold()
        self.prefix = f"{slug(sender)}: " if self.foreign else ""
        self.sender = sender
        self.matters = {each.key: each for each in reads.matters(self.read)}
        document = self.packet.document
        bodies = dict(self._bodies(document.get("bodies", ())))
        matters = list(self._matters(document.get("matters", ())))
        members = self._members(document, bodies)
        meetings = list(self._meetings(document.get("meetings", ()), bodies))
        used = {each["body"] for each in (*meetings, *members["seats"])}
        content = {
            "format": document["format"],
            "bodies": [each for each in bodies.values() if each["key"] in used],
            **members,
            "matters": matters,
            "meetings": meetings,
        }
        return PacketPlan(
            packet=self.packet,
            foreign=self.foreign,
            lines=tuple(self.lines),
            document={name: value for name, value in content.items() if value},
            files=tuple(self.files),
        )

    def _say(self, what: What, name: str, does: Does, why: str = "", *, confidential: bool = False) -> None:
        self.lines.append(PacketLine(what, name, does, why, confidential))

    # --- bodies, and members of those that are new

    def _bodies(self, given: Sequence[dict[str, Any]]) -> Iterator[tuple[str, dict[str, Any]]]:
        self.known: dict[str, Body] = {}
        self.new: set[str] = set()
        here = reads.bodies(self.read)
        for each in given:
            name = f"{each['name']}, {self.sender}" if self.foreign else each["name"]
            key = self.prefix + each["key"]
            found = [one for one in here if one.key == key] or [one for one in here if one.name == name]
            if len(found) > 1:
                self._say(What.BODY, name, Does.UNCLEAR, _SEVERAL)
                continue
            if found:
                self.known[each["key"]] = found[0]
                self._say(What.BODY, name, Does.KNOWN)
                one = found[0]
                yield each["key"], {"key": one.key, "name": one.name, "kind": str(one.kind)}
                continue
            self.new.add(each["key"])
            self._say(What.BODY, name, Does.NEW)
            body = {**each, "key": key, "name": name}
            if self.foreign:
                body.pop("short", None)
                body["rules"] = {"verified": False, "announced": False, "appealable": False}
            yield each["key"], body

    def _members(
        self, document: Mapping[str, Any], bodies: Mapping[str, dict[str, Any]]
    ) -> dict[str, list[dict[str, Any]]]:
        here = {(each.name, each.party) for each in reads.people(self.read)} if self.foreign else set()
        people = {each["key"]: each for each in document.get("people", ())}
        seats, used = [], set()
        for seat in document.get("seats", ()):
            person = people.get(seat.get("person", ""))
            name = person["name"] if person else N_("a vacant seat")
            if seat["body"] not in self.new:
                self._say(What.MEMBER, name, Does.KNOWN)
                continue
            if person and (person["name"], person.get("party")) in here:
                self._say(What.MEMBER, name, Does.UNCLEAR, _SAME_NAME)
                continue
            self._say(What.MEMBER, name, Does.NEW)
            kept = {**seat, "body": bodies[seat["body"]]["key"]}
            for one in ("alternate_for", "stand_ins"):
                kept.pop(one, None)
            if person:
                used.add(person["key"])
                kept["person"] = self.prefix + person["key"]
            seats.append(kept)
        found = [{**each, "key": self.prefix + key} for key, each in people.items() if key in used]
        return {"people": found, "seats": seats}

    # --- matters

    def _matters(self, given: Sequence[dict[str, Any]]) -> Iterator[dict[str, Any]]:
        self.matter_keys: dict[str, str] = {}
        numbers = defaultdict(list)
        for one in self.matters.values():
            numbers[plain_number(one.registry_number)].append(one)
        numbers.pop("", None)
        for each in given:
            key, number = self.prefix + each["key"], each.get("registry_number")
            alike = [] if self.foreign else numbers.get(plain_number(number), [])
            found = [self.matters[key]] if key in self.matters else alike
            name = ", ".join(filter(None, (number, each["title"])))
            if len(found) > 1:
                self._say(What.MATTER, name, Does.UNCLEAR, _SEVERAL)
                continue
            self.matter_keys[each["key"]] = found[0].key if found else key
            self._say(What.MATTER, name, Does.KNOWN if found else Does.NEW)
            if not found:
                matter = {**each, "key": key}
                matter.pop("body", None)
                if self.foreign and plain_number(number) in numbers:
                    matter["registry_number"] = f"{number}, {self.sender}"
                yield matter

    # --- meetings, with those of their items that are new

    def _meetings(
        self, given: Sequence[dict[str, Any]], bodies: Mapping[str, dict[str, Any]]
    ) -> Iterator[dict[str, Any]]:
        for each in given:
            if each["body"] not in bodies:
                for item in each.get("items", ()):
                    self._say_item(each, item, Does.UNCLEAR, _SEVERAL)
                continue
            known = self._meeting(each)
            new = [item for item in each.get("items", ()) if self._is_new(each, item, known)]
            if not new:
                continue
            here = [self._as_here(item) for item in new]
            if known is not None:
                stands = self._as_it_stands(known)
                yield {**stands, "items": [*stands.get("items", ()), *here]}
                continue
            meeting = {**each, "body": bodies[each["body"]]["key"], "items": here}
            if self.foreign:
                meeting["stage"] = str(Stage.CLOSED)
            yield meeting

    def _meeting(self, given: Mapping[str, Any]) -> Meeting | None:
        body = self.known.get(given["body"])
        if body is None:
            return None
        for line in reads.meetings(self.read, body.id):
            start = f"{line.start:%H:%M}" if line.start else None
            if (line.date.isoformat(), start) == (given["date"], given.get("start")):
                return reads.recorded(self.read, line.id)
        return None

    def _is_new(self, meeting: Mapping[str, Any], item: Mapping[str, Any], known: Meeting | None) -> bool:
        """Tell whether an item is to be added, and note what becomes of it."""
        key, number = self.prefix + item["key"], item.get("paragraph")
        there = known.items if known else ()
        if known is not None and any(key in (each.key, item_key(known, each)) for each in there):
            self._say_item(meeting, item, Does.KNOWN)
        elif known is not None and known.verified:
            self._say_item(meeting, item, Does.REFUSED, _VERIFIED_HERE)
        elif number is not None and any(each.number == number for each in there):
            self._say_item(meeting, item, Does.REFUSED, _NO_ROOM)
        else:
            self._say_item(meeting, item, Does.NEW)
            return True
        return False

    def _say_item(
        self, meeting: Mapping[str, Any], item: Mapping[str, Any], does: Does, why: str = ""
    ) -> None:
        sign = f"§ {item['paragraph']}" if "paragraph" in item else ""
        hidden = item.get("confidential", False)
        title = item.get("public_title", "") if hidden else item["title"]
        name = ", ".join(filter(None, (f"{meeting['date']} {sign}".strip(), title)))
        self._say(What.ITEM, name, does, why, confidential=bool(hidden))

    def _as_here(self, item: Mapping[str, Any]) -> dict[str, Any]:
        """Return an item as it is added: under keys of its own, with those papers whose bytes came along."""
        made = {**item, "key": self.prefix + item["key"]}
        matter = made.pop("matter", None)
        if matter in self.matter_keys:
            made["matter"] = self.matter_keys[matter]
            if self.foreign:
                made.pop("registry_number", None)
        made["documents"] = [self._paper(each) for each in item.get("documents", ())]
        made["assignments"] = [self._assignment(each) for each in item.get("assignments", ())]
        return {name: value for name, value in made.items() if value not in ([], None)}

    def _paper(self, given: Any) -> Any:
        if not isinstance(given, dict) or "sha256" not in given:
            return given
        if given["sha256"] in self.packet.files:
            self.files[given["sha256"]] = None
            return given
        return {name: value for name, value in given.items() if name not in ("sha256", "type", "file")}

    def _assignment(self, given: Mapping[str, Any]) -> dict[str, Any]:
        made = {name: value for name, value in given.items() if name not in ("for_body", "for")}
        made["to"] = _by_name(given["to"])
        steps = [{**each, "to": _by_name(each["to"])} if "to" in each else each for each in _steps(given)]
        if steps:
            made["steps"] = steps
        if "key" in made:
            made["key"] = self.prefix + made["key"]
        return made

    def _as_it_stands(self, known: Meeting) -> dict[str, Any]:
        """Return a meeting just as the file has it: written anew so, nothing of it changes."""
        start = f"{known.start:%H:%M}" if known.start else None
        wanted = (known.body.key, known.date.isoformat(), start)
        found: dict[str, Any] = next(
            each
            for each in self._dumped["meetings"]
            if (each["body"], each["date"], each.get("start")) == wanted
        )
        return found

    @cached_property
    def _dumped(self) -> dict[str, Any]:
        found: dict[str, Any] = json.loads(dumped(self.read))
        return found


def _steps(given: Mapping[str, Any]) -> Iterator[dict[str, Any]]:
    """Walk what happened to an assignment, without what is known elsewhere alone."""
    for each in given.get("steps", ()):
        yield {name: value for name, value in each.items() if name not in ("taken_to", "item")}


def _by_name(who: Any) -> dict[str, Any]:
    """Return somebody by name: a key of theirs is somebody else's here."""
    if not isinstance(who, dict):
        return {"name": who}
    return {name: value for name, value in who.items() if name != "key"}
