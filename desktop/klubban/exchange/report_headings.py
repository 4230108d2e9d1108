"""The headings of reports, as Swedish offices write them, and what an item has of each."""

from __future__ import annotations

import re
from enum import StrEnum


class ReportField(StrEnum):
    """What of an item a report can fill."""

    TITLE = "title"
    REGISTRY_NUMBER = "registry_number"
    PROPOSAL = "proposal"
    SUMMARY = "summary"
    DOCUMENTS = "documents"
    RECIPIENTS = "recipients"


_SUMMARIES = (
    "sammanfattning",
    "sammanfattning av ärendet",
    "sammanfattande bedömning",
    "ärendet i korthet",
    "ärendet i sammandrag",
    "ärendebeskrivning",
    "beskrivning av ärendet",
    "ärendet",
    "bakgrund",
)
"""In the order of what is taken where a report has several of them."""

_DOCUMENTS = (
    "beslutsunderlag",
    "underlag",
    "underlag för beslut",
    "underlag till beslut",
    "handlingar",
    "handlingar i ärendet",
    "handling",
    "bilaga",
    "bilagor",
)
_RECIPIENTS = re.compile(
    r"(?:(?:beslut(?:et)?|protokollsutdrag(?:et)?|protokollet|utdrag(?:et)?) )?(?:ska |skall )?"
    r"(?:(?:skickas|expedieras|sänds|meddelas|delges|delgivning)(?: till)?|för kännedom(?: till)?)"
    r"|expediering(?: till)?|protokollsutdrag till|sändlista|kopia till|exp"
)
_PROPOSAL = re.compile(
    r"(?:.{1,80} )?(?:förslag till (?:beslut|ställningstagande)|beslutsförslag)(?: .{1,80})?"
    r"|.{1,60}s förslag till (?:kommun|region)\w+|förslag till (?:kommun|region)\w+"
)
_NUMBER_LABEL = re.compile(
    r"(?:dnr|diarienr|diarienummer|ärendenr|ärendenummer|dossiernummer|vårt diarienummer)\.?"
)
_TITLE_LABEL = re.compile(r"ärende|ärendemening|ärenderubrik|rubrik|rör|angående")
_OTHERS = frozenset(
    (
        "analys", "barnchecklista", "barnkonsekvensanalys", "bedömning", "beredning", "ekonomi",
        "ekonomiska konsekvenser", "ekonomiska perspektiv", "förvaltningens bedömning",
        "förvaltningens synpunkter", "jämställdhet", "konsekvenser", "konsekvensanalys", "motivering",
        "prövning av barnets bästa", "skäl", "skäl till beslut", "tidigare beslut", "tidsplan",
        "underskrifter", "uppföljning", "ärendets beredning", "överväganden", "yttrande",
    )
)  # fmt: skip
"""Headings of what no item takes."""
_KINDS_OF_PAPER = re.compile(
    r"(?:tjänste(?:skrivelse|utlåtande)|missiv|skrivelse|utlåtande|beslutsunderlag|rapport|pm|ordförandeförslag)"
    r"(?: \d{4}-\d\d-\d\d)?"
)
_LONGEST_HEADING = 100


def tidy_heading(words: str) -> str:
    """Return a heading as it is compared: in small letters, without number, colon or blanks around it."""
    plain = " ".join(words.split()).casefold().rstrip(":. ")
    return re.sub(r"^\d+(?:\.\d+)*[.)]?\s+", "", plain)


def field_of(heading: str) -> tuple[ReportField, int] | None:
    """Return what a heading leads to, and how soon it is taken among several; None for another heading."""
    words = tidy_heading(heading)
    if len(words) > _LONGEST_HEADING:
        return None
    if words in _SUMMARIES:
        return ReportField.SUMMARY, _SUMMARIES.index(words)
    if words in _DOCUMENTS:
        return ReportField.DOCUMENTS, _DOCUMENTS.index(words)
    if _RECIPIENTS.fullmatch(words):
        return ReportField.RECIPIENTS, 0
    if _PROPOSAL.fullmatch(words):
        return ReportField.PROPOSAL, 0
    return None


def is_other_heading(words: str) -> bool:
    """Tell whether words head a part that no item takes."""
    return tidy_heading(words) in _OTHERS


def is_number_label(words: str) -> bool:
    """Tell whether words announce a registry number."""
    return bool(_NUMBER_LABEL.fullmatch(tidy_heading(words)))


def is_title_label(words: str) -> bool:
    """Tell whether words announce the title."""
    return bool(_TITLE_LABEL.fullmatch(tidy_heading(words)))


def names_kind_of_paper(words: str) -> bool:
    """Tell whether words only say what sort of paper it is."""
    return bool(_KINDS_OF_PAPER.fullmatch(tidy_heading(words)))
