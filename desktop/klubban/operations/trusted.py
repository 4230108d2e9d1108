"""The certificates whose holders are trusted to say who signs, and who answers for that."""

from __future__ import annotations

from typing import TYPE_CHECKING

from klubban.domain.errors import RuleBroken
from klubban.domain.text import clean
from klubban.i18n import N_
from klubban.operations.lists import last_place
from klubban.operations.naming import one_line
from klubban.operations.registers import ORGANISATION
from klubban.store import attachments, rolls, verifications
from klubban.store.change import id_of

if TYPE_CHECKING:
    import datetime as dt

    from klubban.domain.signing import TrustedIssuer
    from klubban.store.database import Database


def trusted_issuers(database: Database) -> tuple[TrustedIssuer, ...]:
    """Return those who are trusted."""
    with database.read() as read:
        return verifications.trusted_issuers(read)


def trusted_certificates(database: Database) -> tuple[bytes, ...]:
    """Return the certificates (DER) of those who are trusted, as far as the file holds them.

    One that came in with a document is known by its hash alone, and vouches for nobody.
    """
    with database.read() as read:
        there = attachments.held(read)
        found = (each.sha256 for each in verifications.trusted_issuers(read))
        return tuple(attachments.content(read, each) for each in found if each in there)


def trust(database: Database, name: str, certificate: bytes, by: str, today: dt.date) -> int:
    """Trust an issuer by its certificate (DER) from here on, for which somebody answers, and return it.

    Raises RuleBroken without a name of who answers, or for an issuer that is trusted already.
    """
    issuer, answers = one_line(clean(name)) or attachments.digest(certificate)[:16], one_line(clean(by))
    if not answers:
        raise RuleBroken("Somebody answers for trusting {issuer}; give their name", issuer=issuer)
    with database.change(N_("Trust certificates by {issuer}"), barrier=True, issuer=issuer) as change:
        if not change.rows("organisation"):
            raise RuleBroken("Say first whose papers these are")
        held = attachments.digest(certificate) in attachments.held(change.connection)
        sha256 = attachments.keep(change, certificate)
        known = change.rows("trusted_issuer", sha256=sha256)
        if known and held:
            raise RuleBroken("{issuer} is trusted already", issuer=issuer)
        facts = {"name": issuer, "accepted_by": answers, "accepted_on": today}
        if known:  # it came in with a document, without the certificate
            change.update("trusted_issuer", id_of(known[0]), **facts)
            return id_of(known[0])
        place = last_place(change, "trusted_issuer", organisation_id=ORGANISATION)
        row = {"organisation_id": ORGANISATION, "position": place, "sha256": sha256}
        return change.insert("trusted_issuer", **row, **facts)


def distrust(database: Database, issuer_id: int) -> None:
    """Trust an issuer no longer; what was verified stays so. Raises LookupError."""
    with database.read() as read:
        name = str(rolls.row_of(read, "trusted_issuer", issuer_id)["name"])
    label = N_("Trust certificates by {issuer} no longer")
    with database.change(label, barrier=True, issuer=name) as change:
        change.delete("trusted_issuer", issuer_id)
