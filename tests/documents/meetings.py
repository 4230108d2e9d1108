"""Meetings for the documents' tests: the real one out of its JSON, and an invented one with every part."""

from __future__ import annotations

import json
from datetime import date, time
from functools import cache
from pathlib import Path
from typing import Any

from klubban.domain import decided, text
from klubban.domain import meeting as m
from klubban.domain.agenda import ItemKind
from klubban.domain.body import Body, Named, Organisation
from klubban.domain.paragraphs import Paragraphs
from klubban.domain.rules import PRESETS, BodyKind
from klubban.domain.verification import Notice, Verification

DATA = Path(__file__).parents[1] / "data"
REAL = DATA / "jarfalla-ks-2016-02-22.json"


def facts(name: str) -> list[str]:
    """Return the lines of a file of facts."""
    lines = (DATA / name).read_text(encoding="utf-8").splitlines()
    return [line.strip() for line in lines if line.strip() and not line.startswith("#")]


def body(kind: BodyKind = BodyKind.COMMITTEE, name: str = "Kommunstyrelsen") -> Body:
    """Return a body with the rules of its kind."""
    return Body(id=1, key="ks", name=name, kind=kind, rules=PRESETS[kind], short="KS", seats=13)


def plain_meeting(**facts: Any) -> m.Meeting:
    """Return a meeting with nothing but the facts given."""
    given: dict[str, Any] = {
        "id": 1,
        "organisation": Organisation(name="Ekby kommun"),
        "body": body(),
        "date": date(2026, 11, 12),
    }
    return m.Meeting(**(given | facts))


# --- the real meeting


@cache
def real_meeting() -> m.Meeting:
    """Return Järfälla's kommunstyrelse of 2016-02-22."""
    data = json.loads(REAL.read_text(encoding="utf-8"))
    people = {
        person["key"]: Named(person["name"], person.get("party"), number)
        for number, person in enumerate(data["people"], 1)
    }
    raw = data["meetings"][0]
    return m.Meeting(
        id=1,
        organisation=Organisation(**data["organisation"]),
        body=body(),
        date=date.fromisoformat(raw["date"]),
        start=time.fromisoformat(raw["start"]),
        end=time.fromisoformat(raw["end"]),
        place=raw["place"],
        chair=people[raw["chair"]],
        secretary=people[raw["secretary"]],
        minuted=Paragraphs.parse(raw["paragraphs"]),
        attendance=tuple(_attendee(one, people, number) for number, one in enumerate(raw["attendance"], 1)),
        items=tuple(_item(one) for one in raw["items"]),
        verifications=(_verification(raw["verification"], people),),
        notices=(_notice(raw["notice"], people),),
    )


def _attendee(one: dict[str, Any], people: dict[str, Named], number: int) -> m.Attendee:
    return m.Attendee(
        id=number,
        who=people[one["person"]],
        attends_as=m.AttendsAs(one["as"]),
        serves_for=people[one["for"]] if "for" in one else None,
        title=one.get("title"),
    )


def _verification(raw: dict[str, Any], people: dict[str, Named]) -> Verification:
    return Verification(
        id=1,
        verifiers=tuple(people[key] for key in raw["verifiers"]),
        signed_by=tuple(people[key] for key in raw["signed_by"]),
        place=raw["place"],
        date=date.fromisoformat(raw["date"]),
        time=time.fromisoformat(raw["time"]),
    )


def _notice(raw: dict[str, Any], people: dict[str, Named]) -> Notice:
    return Notice(
        id=1,
        posted=date.fromisoformat(raw["posted"]),
        removed=date.fromisoformat(raw["removed"]),
        signed_by=people[raw["signed_by"]],
    )


def _item(raw: dict[str, Any]) -> m.Item:
    return m.Item(
        id=raw["paragraph"],
        title=raw["title"],
        number=raw["paragraph"],
        registry_number=raw["registry_number"],
        kind=ItemKind(raw["kind"]),
        decision=text.points(raw["decision"]),
        summary=text.from_plain(raw["summary"]),
        documents=tuple(m.Document(id=n, title=title) for n, title in enumerate(raw["documents"], 1)),
        motions=tuple(
            decided.Motion(
                id=n,
                asks=decided.Asks(one["asks"]),
                by=(Named(one["by"]),),
                text=text.from_plain(one["text"]),
            )
            for n, one in enumerate(raw["motions"], 1)
        ),
        proceedings=text.from_plain(raw["proceedings"]),
        recipients=tuple(raw["dispatch_to"]),
    )


# --- an invented meeting: twelve paragraphs, with every part that a paragraph can have

OMAN = Named("Åke Öman", "S", 1)
EK = Named("Britta Ek", "M", 2)
AL = Named("Cajsa Ål", "S", 3)
ORN = Named("David Örn", "V", 4)
ASP = Named("Eva Asp", "C", 5)
RASK = Named("Jan Rask", "KD", 6)
ASK = Named("Finn Ask", "SD", 7)
ABERG = Named("Hans Åberg", "S", 8)
ALG = Named("Gun Älg", "S", 9)
OSTH = Named("Ida Östh", "M", 10)
BLOM = Named("Tor Blom", None, 11)
LIND = Named("Siv Lind", None, 12)

TITLES = (
    "Val av justerare",
    "Fastställande av dagordningen",
    "Budgetuppföljning till och med oktober 2026",
    "Trygghetsprogram på remiss",
    "Ny gång- och cykelväg längs Ekbyån mellan stationen och simhallen",
    "Försäljning av fastigheten Ekby 1:7",
    "Motion om avgiftsfri kulturskola",
    "Taxa för upplåtelse av offentlig plats 2027",
    "Sammanträdesdagar 2027",
    "Yttrande över Region Mellansveriges trafikförsörjningsprogram",
    "Anmälan av delegationsbeslut",
    "Meddelanden",
)


def invented_meeting() -> m.Meeting:
    """Return a meeting of twelve paragraphs with motions, a division, reservations and much else."""
    return plain_meeting(
        start=time(13, 0),
        end=time(16, 40),
        place="Stora salen, kommunhuset, Ekby",
        recesses=(m.Recess(id=1, starts=time(14, 15), ends=time(14, 30)),),
        chair=OMAN,
        secretary=LIND,
        attendance=_attendance(),
        absent=(m.Absence(id=1, who=ALG, told=True),),
        items=tuple(_invented_item(number, title) for number, title in enumerate(TITLES, 70)),
        verifications=(
            Verification(
                id=1,
                verifiers=(EK,),
                place="kommunhuset",
                date=date(2026, 11, 19),
                time=time(9, 0),
            ),
        ),
    )


def _attendance() -> tuple[m.Attendee, ...]:
    member, serving = m.AttendsAs.MEMBER, m.AttendsAs.SERVING_ALTERNATE
    roll: list[dict[str, Any]] = [
        {"who": OMAN, "attends_as": member},
        {"who": EK, "attends_as": member},
        {"who": AL, "attends_as": member},
        {"who": ORN, "attends_as": member, "remote": True},
        {"who": ASP, "attends_as": member, "paragraphs": Paragraphs.parse("70-74, 76-81")},
        {"who": RASK, "attends_as": serving, "serves_for": ASP, "paragraphs": Paragraphs.parse("75")},
        {"who": ASK, "attends_as": member, "paragraphs": Paragraphs.parse("72-81")},
        {"who": ABERG, "attends_as": serving, "serves_for": ALG},
        {"who": OSTH, "attends_as": m.AttendsAs.ALTERNATE},
        {
            "who": BLOM,
            "attends_as": m.AttendsAs.OFFICIAL,
            "title": "Förvaltningschef",
            "paragraphs": Paragraphs.parse("74"),
        },
        {"who": LIND, "attends_as": m.AttendsAs.OFFICIAL, "title": "Kommunsekreterare"},
    ]
    return tuple(m.Attendee(id=number, **one) for number, one in enumerate(roll, 1))


def _invented_item(number: int, title: str) -> m.Item:
    informing = {70: ItemKind.PROCEDURE, 71: ItemKind.PROCEDURE, 72: ItemKind.INFORMATION}
    kind = informing.get(number, ItemKind.REPORT if number > 79 else ItemKind.DECISION)
    common: dict[str, Any] = {"id": number, "number": number, "title": title, "kind": kind}
    made = {73: _disputed, 75: _disqualified, 76: _proposed_on}.get(number)
    if made:
        return m.Item(**common, **made())
    return m.Item(
        **common,
        registry_number=f"KS 2026/{number * 3}" if kind is ItemKind.DECISION else None,
        decision=text.points(_decision_of(kind, title)),
        summary=text.from_plain(_SUMMARY) if kind is ItemKind.DECISION else (),
        recipients=("Samhällsbyggnadsnämnden", "Akten") if kind is ItemKind.DECISION else (),
    )


_SUMMARY = (
    "Kommunstyrelseförvaltningen har på kommunstyrelsens uppdrag tagit fram ett förslag. Förslaget har "
    "arbetats fram tillsammans med berörda förvaltningar och med de kommunala bolagen, och har föregåtts av "
    "samråd med föreningar och boende under våren 2026.\n\n"
    "Kostnaden beräknas till 1 250 000 kronor och ryms inom den beslutade budgeten. Arbetet påbörjas "
    "tidigast den 1 mars 2027 och beräknas ta 12 månader."
)


def _decision_of(kind: ItemKind, title: str) -> list[str]:
    if kind is ItemKind.DECISION:
        return [
            f"{title} godkänns enligt kommunstyrelseförvaltningens förslag.",
            "Kommundirektören får i uppdrag att återkomma med en uppföljning senast den 30 april 2027.",
        ]
    return ["Informationen antecknas."]


def _disputed() -> dict[str, Any]:
    return {
        "registry_number": "KS 2026/503",
        "presenters": ("Förvaltningschef Tor Blom",),
        "decision": text.points(
            [
                "Programmet skickas på remiss med svar senast den 30 april 2027.",
                "Kommundirektören får i uppdrag att ta initiativ till ett lokalt trygghetsnätverk.",
            ]
        ),
        "summary": text.from_plain(
            "Förvaltningen har tagit fram ett trygghetsprogram och föreslår att det skickas till nämnderna, "
            "bostadsbolaget, polisen och räddningstjänsten för synpunkter.\n\n"
            "Programmet ersätter det som antogs den 14 juni 2018, § 112, och omfattar åren 2027–2030."
        ),
        "documents": tuple(
            m.Document(id=n, title=title)
            for n, title in enumerate(("Trygghetsprogram för Ekby", "Tjänsteskrivelse 2026-10-20"), 1)
        ),
        "earlier": text.from_plain("Bordlagt den 8 oktober 2026, § 61."),
        "motions": (
            decided.Motion(
                id=1, asks=decided.Asks.APPROVE, by=(AL,), text=text.from_plain("förvaltningens förslag")
            ),
            decided.Motion(
                id=2,
                asks=decided.Asks.REFER_BACK,
                by=(EK, ASK),
                text=text.from_plain("för ny kostnadsberäkning"),
            ),
            decided.Motion(id=3, asks=decided.Asks.REJECT, by=(ORN,), withdrawn=True),
        ),
        "proceedings": text.from_plain(
            "Ordföranden frågar om ärendet ska avgöras i dag eller återremitteras och finner att ärendet ska "
            "avgöras i dag. Omröstning begärs."
        ),
        "divisions": (
            decided.Division(
                id=1,
                question=decided.Question.REFER_BACK,
                yes="att ärendet avgörs i dag",
                no="återremiss",
                votes=(
                    (AL, decided.Vote.YES),
                    (ORN, decided.Vote.YES),
                    (ABERG, decided.Vote.YES),
                    (EK, decided.Vote.NO),
                    (ASK, decided.Vote.NO),
                    (ASP, decided.Vote.ABSTAINED),
                    (OMAN, decided.Vote.YES),
                ),
                result="Kommunstyrelsen beslutar att avgöra ärendet i dag.",
            ),
        ),
        "not_taking_part": (ASP,),
        "opinions": (
            decided.Opinion(id=1, kind=decided.OpinionKind.RESERVATION, by=(EK, ASK)),
            decided.Opinion(
                id=2,
                kind=decided.OpinionKind.STATEMENT,
                by=(ORN,),
                text=text.from_plain("Programmet borde ha tagits fram tillsammans med hyresgästerna."),
            ),
            decided.Opinion(
                id=3,
                kind=decided.OpinionKind.NOTE,
                by=(OSTH,),
                text=text.from_plain("Om jag hade fått rösta hade jag röstat för återremiss."),
            ),
        ),
        "recipients": ("Samtliga nämnder", "Ekbybostäder AB", "Polisen", "Räddningstjänsten", "Akten"),
        "verified_immediately": True,
    }


def _disqualified() -> dict[str, Any]:
    return {
        "registry_number": "KS 2026/488",
        "decision": text.points(["Fastigheten Ekby 1:7 säljs för 4 200 000 kronor."]),
        "disqualifications": (m.Disqualification(id=1, who=ASP, ground="1"),),
        "summary": (
            *text.from_plain("Tre anbud har kommit in."),
            text.Table(
                (
                    (text.runs_of("Anbudsgivare"), text.runs_of("Anbud, kronor"), text.runs_of("Anmärkning")),
                    (text.runs_of("Ekby Bygg AB"), text.runs_of("4 200 000"), ()),
                    (
                        text.runs_of("Mark & Hus i Ekby AB"),
                        text.runs_of("3 900 000"),
                        text.runs_of("utan villkor"),
                    ),
                    (
                        text.runs_of("Nya Torget AB"),
                        text.runs_of("3 100 000"),
                        text.runs_of("förutsätter detaljplan"),
                    ),
                )
            ),
        ),
        "recipients": ("Fastighetsenheten",),
    }


def _proposed_on() -> dict[str, Any]:
    return {
        "registry_number": "KS 2026/312",
        "proposals": (
            decided.Proposal(id=1, body="Kommunfullmäktige", decision=text.points(["Motionen avslås."])),
        ),
        "summary": (
            text.Text(
                (
                    text.Run(
                        "Sara Lo (MP) har i en motion den 3 mars 2026 föreslagit att kulturskolan blir "
                    ),
                    text.Run("avgiftsfri", italic=True),
                    text.Run(". Förvaltningen bedömer att förslaget skulle kosta "),
                    text.Run("2,4 miljoner kronor", bold=True),
                    text.Run(" om året:"),
                )
            ),
            text.Bullets(
                (
                    text.runs_of("minskade avgifter med 1,6 miljoner kronor"),
                    text.runs_of("fler platser, 0,8 miljoner kronor"),
                )
            ),
        ),
        "recipients": ("Kommunfullmäktige",),
    }
