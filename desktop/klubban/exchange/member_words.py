"""The words in lists of members, Swedish and English: headings and roles."""

from __future__ import annotations

import re

from klubban.domain.body import SeatRole
from klubban.exchange.list_words import known, plain
from klubban.exchange.refused import Misfit
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
    "address": "adress, postadress, gatuadress, gata, hemadress, utdelningsadress, address, postal address",
    "postcode": "postnummer, postnr, post nr, postkod, postcode, zip, zip code",
    "town": "ort, postort, stad, town, city",
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

HEADINGS = known(_HEADINGS)
"""What a plain heading means."""
_ROLE_WORDS = known({str(each): f"{each}, {_ROLES[each]}" for each in SeatRole})
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
