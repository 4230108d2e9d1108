"""The words in lists of members, Swedish and English: headings, roles, days."""

from __future__ import annotations

import re
from datetime import date, timedelta
from unicodedata import normalize

from klubban.domain.body import SeatRole
from klubban.exchange.grids import Cell
from klubban.exchange.refused import Misfit
from klubban.exchange.years import in_known_years
from klubban.i18n import N_

_HEADINGS = {
    "name": "namn, fullständigt namn, för- och efternamn, förtroendevald, name, full name",
    "first": "förnamn, tilltalsnamn, first name, given name",
    "last": "efternamn, last name, surname, family name",
    "party": "parti, partibeteckning, partiförkortning, party",
    "role": "roll, uppdrag, befattning, funktion, role",
    "represents": "organisation, representerar, företräder, myndighet, organization, represents",
    "email": "e-post, e-postadress, mejl, mejladress, mail, mailadress, e-mail, e-mail address",
    "phone": "telefon, telefonnummer, tel, mobil, mobiltelefon, mobilnummer, phone, phone number, mobile",
    "title": "titel, tjänstetitel, title",
    "order": "ordning, ordningsnummer, turordning, inkallelseordning, order",
    "alternate_for": "ersättare för, personlig ersättare för, ersätter, alternate for",
    "from_date": "fr.o.m., från, från och med, startdatum, tillträde, from, from date, start date",
    "to_date": "t.o.m., till, till och med, slutdatum, to, to date, until, end date",
}
_ROLES = {
    SeatRole.CHAIR: "ordförande, ordf, chair, chairperson",
    SeatRole.VICE_CHAIR: "vice chair, vice chairperson, first vice chair, 1st vice chair",
    SeatRole.SECOND_VICE_CHAIR: "second vice chair, 2nd vice chair",
    SeatRole.MEMBER: "ledamot, ordinarie, ordinarie ledamot, member",
    SeatRole.ALTERNATE: "ersättare, personlig ersättare, ers, suppleant, alternate, personal alternate",
    SeatRole.CO_OPTED: "adjungerad, adj, co-opted",
    SeatRole.STAFF_REPRESENTATIVE: "personalföreträdare, personalrepresentant, staff representative",
    SeatRole.SECRETARY: "sekreterare, nämndsekreterare, secretary",
}
_VICE = re.compile(r"(?:1|1[:.]?[ea]|i|första|förste)?(?:vice|v)(?:ordförande|ordf)")
_SECOND_VICE = re.compile(r"(?:2|2[:.]?[ea]|ii|andra|andre)(?:vice|v)(?:ordförande|ordf)")
_VACANT = "vakant, vakans, vakant plats, vacant, n.n."

_MONTHS = ("jan", "feb", "mar", "apr", "maj", "jun", "jul", "aug", "sep", "okt", "nov", "dec")
_DAYS = tuple(
    re.compile(pattern)
    for pattern in (
        r"(?P<year>\d{4})-(?P<month>\d{1,2})-(?P<day>\d{1,2})(?:[ t][\d:.]+)?",
        r"(?P<year>\d{4})(?P<month>\d\d)(?P<day>\d\d)",
        r"(?P<day>\d{1,2})[/.] ?(?P<month>\d{1,2})[ .-] ?(?P<year>\d{4})",
        r"(?P<day>\d{1,2}) (?P<name>[a-zåäö]{3,9})\.? (?P<year>\d{4})",
    )
)
_EXCEL_BEGINS = date(1899, 12, 30)
_EXCEL_DAYS = range(20_000, 80_000)
"""The days from 1954 to 2119 as Excel counts them."""


def plain(words: str) -> str:
    """Return words as they are compared: without case, spaces and marks."""
    return "".join(letter for letter in normalize("NFC", words).casefold() if letter.isalnum())


def _known(lists: dict[str, str]) -> dict[str, str]:
    return {plain(each): meaning for meaning, words in lists.items() for each in words.split(",")}


HEADINGS = _known(_HEADINGS)
"""What a plain heading means."""
_ROLE_WORDS = _known({str(each): f"{each}, {_ROLES[each]}" for each in SeatRole})
"""The roles, by what offices call them and by what the code does."""
_VACANT_WORDS = {plain(each) for each in _VACANT.split(",")}


def is_vacant(name: str) -> bool:
    """Tell whether a name says that there is nobody."""
    return plain(name) in _VACANT_WORDS


def role(words: str) -> SeatRole:
    """Return a role by its word; raises Misfit."""
    word = plain(words)
    if _SECOND_VICE.fullmatch(word):
        return SeatRole.SECOND_VICE_CHAIR
    if _VICE.fullmatch(word):
        return SeatRole.VICE_CHAIR
    if word in _ROLE_WORDS:
        return SeatRole(_ROLE_WORDS[word])
    raise Misfit(
        N_("Expected chair, vice chair, member, alternate, co-opted, staff representative or secretary")
    )


def day(cell: Cell) -> date:
    """Return a day, as a date or as written; raises Misfit."""
    return in_known_years(_day(cell))


def _day(cell: Cell) -> date:
    if isinstance(cell, date):
        return cell
    if isinstance(cell, float | int) and int(cell) in _EXCEL_DAYS:
        return _EXCEL_BEGINS + timedelta(int(cell))
    found = next((match for each in _DAYS if (match := each.fullmatch(str(cell).strip().casefold()))), None)
    try:
        if found:
            parts = found.groupdict()
            return date(int(parts["year"]), _month(parts), int(parts["day"]))
    except ValueError:
        pass
    raise Misfit(N_("Expected a date such as 2016-02-22"))


def _month(parts: dict[str, str]) -> int:
    """Return a month by its number or by its Swedish name; raises ValueError."""
    return _MONTHS.index(parts["name"][:3]) + 1 if "name" in parts else int(parts["month"])
