"""What applies to a body, in the sentences of its terms of reference."""

from __future__ import annotations

from typing import TYPE_CHECKING

from klubban.documents import wording
from klubban.domain import quorum
from klubban.domain.rules import DayCount, Right
from klubban.domain.service import OrderOfCall

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from klubban.domain.body import Body
    from klubban.i18n import Texts


def authority(body: Body, texts: Texts) -> str:
    """Return what the body may decide: as its decisions bind, advise, or are none."""
    rules = body.rules
    if rules.appealable:
        line = texts.gettext("{body} takes decisions, which members of the municipality may appeal against.")
    elif rules.protocol:
        line = texts.gettext(
            "{body} advises and follows up. It takes no decisions on behalf of others, but gives its "
            "opinion, recommends, and leaves decisions to those who have the right to take them."
        )
    else:
        line = texts.gettext(
            "{body} takes no decisions of its own. Those who take part decide in their own organisations, "
            "and what they undertake is noted with who is responsible and by when."
        )
    return line.format(body=body.name)


def summons(body: Body, texts: Texts) -> Iterator[str]:
    """Walk how often the body meets at least, and how long before it is called."""
    rules = body.rules
    if rules.meetings_a_year:
        yield texts.ngettext(
            "{body} meets at least once a year.",
            "{body} meets at least {count} times a year.",
            rules.meetings_a_year,
        ).format(body=body.name, count=rules.meetings_a_year)
    if rules.summons_days:
        days = rules.summons_days
        if rules.summons_count is DayCount.WORKING:
            line = texts.ngettext(
                "The summons is sent at the latest {count} working day before the meeting.",
                "The summons is sent at the latest {count} working days before the meeting.",
                days,
            )
        else:
            line = texts.ngettext(
                "The summons is sent at the latest {count} day before the meeting.",
                "The summons is sent at the latest {count} days before the meeting.",
                days,
            )
        yield line.format(count=days)
    if rules.remote:
        yield texts.gettext(
            "Members may take part remotely, with sound and picture in real time, so that all can see and "
            "hear each other on equal terms."
        )
    else:
        yield texts.gettext("Members may not take part remotely.")
    if rules.public:
        yield texts.gettext("The meetings are open to the public.")
    elif rules.appealable:  # who decides nothing may let in anybody
        yield texts.gettext("The meetings are held behind closed doors.")


def enough(body: Body, texts: Texts) -> Iterator[str]:
    """Walk how many must be there to decide (KL 5 kap. 45-46 §§, 6 kap. 27 §)."""
    rules = body.rules
    if not rules.quorum:
        yield texts.gettext("No certain number must be present. Those who were are noted.")
        return
    if rules.quorum_least:
        line = texts.gettext("{body} may decide only when at least {needed} members are present.")
    elif body.seats:
        line = texts.gettext(
            "{body} may decide only when more than half of the members are present:"
            " at least {needed} of {seats}."
        )
    else:
        line = texts.gettext("{body} may decide only when more than half of the members are present.")
    yield line.format(body=body.name, needed=quorum.needed(body.seats or 0, rules), seats=body.seats)
    if not rules.quorum_least:
        vacant = texts.gettext("Vacant seats count among the seats.")
        yield vacant if rules.quorum_vacant else texts.gettext("Vacant seats do not count among the seats.")
    if rules.quorum_despite_disqualification:
        yield texts.gettext("Those who are disqualified do not break the quorum.")


def stepping_in(body: Body, texts: Texts, *, elected: bool) -> Iterator[str]:
    """Walk how alternates are called, return and may speak (KL 5 kap. 17-20 §§, 6 kap. 16-17 §§)."""
    rules = body.rules
    if rules.alternates is OrderOfCall.NONE:
        none = texts.gettext("The body has no alternates.")
        yield texts.gettext("No order is laid down for calling the alternates.") if elected else none
        return
    yield {
        OrderOfCall.PARTY_CHAIN: texts.gettext(
            "Alternates are called from the member’s own party, then by its chain."
        ),
        OrderOfCall.PERSONAL: texts.gettext(
            "The personal alternate comes first, then the own party, then its chain."
        ),
        OrderOfCall.NAMED_LIST: texts.gettext(
            "Each member has a list of alternates, and they are called in its order."
        ),
        OrderOfCall.COMMON_LIST: texts.gettext(
            "Alternates are called as they were elected, whatever their party."
        ),
        OrderOfCall.ENTERED: texts.gettext(
            "Alternates are called in the order of the proportional election."
        ),
    }[rules.alternates]
    if rules.returns:
        yield texts.gettext("Somebody who has left the meeting may serve again when they come back.")
    else:
        yield texts.gettext(
            "Somebody who has served and left the meeting does not serve again that day, unless they left "
            "because of disqualification."
        )
    if rules.balance:
        yield texts.gettext(
            "Where the balance between the parties would change, a late alternate of the member’s own party "
            "takes over from one of another."
        )
    if rules.alternates_may:
        may = texts.gettext("Alternates who do not serve may {rights}.")
        yield may.format(rights=rights(rules.alternates_may, texts))


def chains(body: Body, texts: Texts) -> Iterator[str]:
    """Walk the parties with those whose alternates are called after their own."""
    if body.rules.alternates in (OrderOfCall.PARTY_CHAIN, OrderOfCall.PERSONAL):
        for party, others in body.chains.items():
            line = texts.gettext("For {party}: {parties}")
            yield line.format(party=party, parties=", ".join((party, *others)))


def record(body: Body, texts: Texts) -> Iterator[str]:
    """Walk what is kept of the meetings, who verifies it, and whether that is announced."""
    rules = body.rules
    if not rules.protocol:
        yield texts.gettext("Notes are kept of the meetings.")
        return
    if not rules.verified:
        yield texts.gettext("A protocol is kept of the meetings. It is not verified.")
    elif rules.verifiers:
        yield texts.ngettext(
            "A protocol is kept of the meetings. It is verified by the chair and one more.",
            "A protocol is kept of the meetings. It is verified by the chair and {count} more.",
            rules.verifiers,
        ).format(count=rules.verifiers)
    else:
        yield texts.gettext("A protocol is kept of the meetings. It is verified by the chair.")
    if rules.verified and rules.signed_digitally:
        yield texts.gettext("It is signed digitally.")
    if rules.announced:
        yield texts.gettext("The verification is announced on the municipality’s notice board.")
    if rules.disqualified_leave:
        yield texts.gettext(
            "Whoever is disqualified in a matter leaves the room and takes no part in handling it."
        )
    else:
        yield texts.gettext("Whoever is disqualified in a matter takes no part in handling it.")


def rights(some: Sequence[Right], texts: Texts) -> str:
    """Return what somebody may do: `närvara, yttra sig och lägga förslag`."""
    names = {
        Right.ATTEND: texts.pgettext("may", "attend"),
        Right.SPEAK: texts.pgettext("may", "speak"),
        Right.PROPOSE: texts.pgettext("may", "make proposals"),
        Right.NOTE: texts.pgettext("may", "have an opinion noted in the protocol"),
    }
    return wording.enumerated([names[each] for each in some], texts)
