"""The phrases that come with the program, to begin with; her own go before them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from klubban.domain.phrases import Phrase
from klubban.domain.text import from_plain
from klubban.i18n import N_

if TYPE_CHECKING:
    from klubban.i18n import Texts

# Each key with what it stands for; the catalogues have both. The keys are what is typed before Ctrl+J.
_FIRST = (
    (
        N_("so"),
        N_("The chair asks whether the body decides according to the proposal, and finds that it does."),
    ),
    (N_("against"), N_("The chair puts the proposals against each other and finds that <finding>.")),
    (
        N_("today"),
        N_(
            "The chair asks whether the matter is to be decided today or referred back, and finds that it is "
            "to be <decided today>."
        ),
    ),
    (N_("vote"), N_("A vote is asked for and carried out.")),
    (N_("at once"), N_("The paragraph is declared immediately verified.")),
    (N_("info"), N_("<Name>, <title>, informs about <what>. Questions are asked and answered.")),
    (N_("noted"), N_("The information is noted.")),
    (N_("postpone"), N_("The matter is postponed to the meeting on <day>.")),
    (N_("back"), N_("The matter is referred back to <whom> for <what>.")),
    (N_("break"), N_("The meeting is adjourned at <time> to <time>.")),
    (N_("none"), N_("When the protocol was verified no reasons had been handed in by <name>.")),
)


def first_phrases(texts: Texts) -> tuple[Phrase, ...]:
    """Return them in a language."""
    return tuple(
        Phrase(id=-place, short=texts.gettext(short).replace(" ", ""), text=from_plain(texts.gettext(words)))
        for place, (short, words) in enumerate(_FIRST, 1)
    )
