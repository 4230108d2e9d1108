"""What the check of a signed file found, in words; it is kept with the file (Riksarkivet 2006:1)."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from klubban.domain.examined import Gravity, Since
from klubban.domain.signing import Verdict
from klubban.domain.text import Blocks, Bullets, Run, Runs, Table, Text, runs_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from klubban.domain.examined import Examined, Remark, SignatureFound
    from klubban.i18n import Texts


def report(examined: Examined, texts: Texts) -> Blocks:
    """Return the verdict, the signers with their certificates and times, and each remark."""
    blocks: list[Text | Bullets | Table] = [Text((Run(verdict(examined, texts), bold=True),))]
    remarks = tuple(runs_of(f"{sentence(each, texts)}.") for each in examined.remarks)
    if remarks:
        blocks.append(Bullets(remarks))
    if examined.signatures:
        blocks.append(_table(examined, texts))
        blocks.append(Bullets(tuple(_told(examined, texts))))
    if examined.empty_fields:
        names = "; ".join(each.says or each.name for each in examined.empty_fields)
        blocks.append(
            Text(runs_of(texts.gettext("Nobody has signed in these fields: {names}.").format(names=names)))
        )
    blocks.append(Text(runs_of(_file(examined, texts))))
    return tuple(blocks)


def verdict(examined: Examined, texts: Texts) -> str:
    """Return the verdict as a sentence; without an original, whether the file is signed and whole."""
    match examined.verdict:
        case Verdict.UNCHANGED:
            return texts.gettext("Unchanged: it is the document that was sent, signed, and nothing else.")
        case Verdict.REPACKAGED:
            return texts.gettext("Repackaged by the service: somebody has to look at it and answer for it.")
        case Verdict.CHANGED:
            return texts.gettext("Changed: it is not the document that was sent, and must not be used.")
    if not examined.signed:
        return texts.gettext("The file is not signed.")
    if not examined.whole:
        return texts.gettext("The file is signed, and something is wrong with it.")
    return texts.gettext("The file is signed and whole: nothing was changed since the last signature.")


def sentence(remark: Remark, texts: Texts) -> str:
    """Return a remark in words, without a full stop."""
    facts = {
        name: texts.date(value)
        if isinstance(value, dt.date) and not isinstance(value, dt.datetime)
        else value
        for name, value in remark.facts.items()
    }
    return texts.gettext(remark.template).format(**facts)


def faults(examined: Examined, texts: Texts) -> str:
    """Return in words all that is wrong with a file and its signatures; what it is where nothing is."""
    remarks = [*examined.remarks, *(each for one in examined.signatures for each in one.remarks)]
    wrong = [sentence(each, texts) for each in remarks if each.gravity is Gravity.FAULT]
    return "; ".join(dict.fromkeys(wrong)) or verdict(examined, texts).rstrip(".")


def when(signature: SignatureFound, examined: Examined, texts: Texts) -> str:
    """Return when somebody signed, in the time zone of who asks; nothing where it does not say."""
    if signature.at is None:
        return ""
    own = signature.at.astimezone(examined.examined_at.tzinfo)
    return texts.gettext("{date} at {time}").format(date=texts.date(own.date()), time=texts.time(own.time()))


def state(signature: SignatureFound, texts: Texts) -> str:
    """Return in one word or two whether a signature holds."""
    if not signature.holds:
        return texts.pgettext("a signature", "Does not hold")
    if not signature.trusted:
        return texts.pgettext("a signature", "Holds; issuer not known")
    return texts.pgettext("a signature", "Holds")


def _table(examined: Examined, texts: Texts) -> Table:
    head = (
        texts.gettext("Field"),
        texts.pgettext("of a signature", "Signed by"),
        texts.pgettext("of a certificate", "Issued by"),
        texts.gettext("When"),
        texts.gettext("Signature"),
    )
    rows = [head]
    for each in examined.signatures:
        own = each.certificate
        subject = ", ".join(word for word in (own.subject, own.organisation) if word) if own else "–"
        rows.append(
            (
                each.says or each.field,
                subject,
                own.issuer if own else "–",
                when(each, examined, texts) or "–",
                state(each, texts),
            )
        )
    return Table(tuple(tuple(runs_of(cell) for cell in row) for row in rows))


def _told(examined: Examined, texts: Texts) -> Iterator[Runs]:
    """Walk what was found of each signature."""
    for each in examined.signatures:
        said = [_since(each, texts)] if each.holds else []
        if each.stamped_by:
            stamped = texts.gettext("The time is vouched for by {name}")
            said.append(stamped.format(name=each.stamped_by))
        said += [
            sentence(remark, texts)
            for remark in sorted(each.remarks, key=lambda one: _ORDER.index(one.gravity))
        ]
        if each.certificate:
            own = texts.gettext(
                "Certificate {serial}, valid {first} to {last}, fingerprint (SHA-256) {fingerprint}"
            )
            said.append(
                own.format(
                    serial=each.certificate.serial,
                    first=texts.date(each.certificate.valid_from.date()),
                    last=texts.date(each.certificate.valid_to.date()),
                    fingerprint=each.certificate.fingerprint,
                )
            )
        yield (Run(f"{each.who or each.says or each.field}: ", bold=True), Run(". ".join(said) + "."))


_ORDER = (Gravity.FAULT, Gravity.DOUBT, Gravity.NOTE, Gravity.FINE)


def _since(signature: SignatureFound, texts: Texts) -> str:
    if signature.since is Since.NOTHING and signature.covers_all:
        return texts.gettext("The signature holds and covers the whole file")
    return texts.gettext("The signature holds, and nothing but signatures and time stamps came after it")


def _file(examined: Examined, texts: Texts) -> str:
    template = texts.ngettext(
        "The file has {pages} page and {size} bytes; its SHA-256 is {sha256}. Examined {date} at {time}.",
        "The file has {pages} pages and {size} bytes; its SHA-256 is {sha256}. Examined {date} at {time}.",
        examined.pages,
    )
    return template.format(
        pages=examined.pages,
        size=examined.size,
        sha256=examined.sha256,
        date=texts.date(examined.examined_at.date()),
        time=texts.time(examined.examined_at.time()),
    )
