"""The phrases that come with the program, to begin with; her own go before them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from klubban.domain.phrases import Phrase
from klubban.domain.text import from_plain

if TYPE_CHECKING:
    from klubban.i18n import Texts


def first_phrases(texts: Texts) -> tuple[Phrase, ...]:
    """Return them in a language, each with the key that is typed before Ctrl+J."""
    first = (
        (
            texts.pgettext("phrase", "so"),
            texts.gettext(
                "The chair asks whether <the body> decides according to the proposal and finds that it does."
            ),
        ),
        (
            texts.pgettext("phrase", "against"),
            texts.gettext("The chair puts the proposals against each other and finds that <finding>."),
        ),
        (
            texts.pgettext("phrase", "today"),
            texts.gettext(
                "The chair asks whether the matter is to be decided today or referred back and finds that "
                "<finding>."
            ),
        ),
        (texts.pgettext("phrase", "vote"), texts.gettext("A vote is asked for.")),
        (texts.pgettext("phrase", "once"), texts.gettext("The paragraph is declared immediately verified.")),
        (
            texts.pgettext("phrase", "info"),
            texts.gettext("<Name>, <title>, informs about <what>. Questions are asked and answered."),
        ),
        (texts.pgettext("phrase", "noted"), texts.gettext("The information is noted.")),
        (
            texts.pgettext("phrase", "later"),
            texts.gettext("The matter is postponed to the meeting on <day>."),
        ),
        (
            texts.pgettext("phrase", "back"),
            texts.gettext("The matter is referred back to <whom> for <what>."),
        ),
        (texts.pgettext("phrase", "task"), texts.gettext("<Who> is commissioned to <what>, by <day>.")),
        (texts.pgettext("phrase", "file"), texts.gettext("<What> is placed on file.")),
    )
    return tuple(
        Phrase(id=-place, short=short, text=from_plain(words))
        for place, (short, words) in enumerate(first, 1)
    )
