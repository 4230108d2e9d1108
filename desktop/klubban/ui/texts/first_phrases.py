"""The phrases that come with the program, to begin with; her own go before them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from klubban.domain.phrases import Phrase
from klubban.domain.text import from_plain

if TYPE_CHECKING:
    from klubban.i18n import Texts


def first_phrases(texts: Texts) -> tuple[Phrase, ...]:
    """Return them in a language, each with the key that is typed before Ctrl+J."""
    say, key = texts.gettext, texts.pgettext
    first = (
        (
            key("phrase", "so"),
            say(
                "The chair asks whether <the body> decides according to the proposal and finds that it does."
            ),
        ),
        (
            key("phrase", "against"),
            say("The chair puts the proposals against each other and finds that <finding>."),
        ),
        (
            key("phrase", "today"),
            say(
                "The chair asks whether the matter is to be decided today or referred back and finds that "
                "<finding>."
            ),
        ),
        (key("phrase", "vote"), say("A vote is asked for.")),
        (key("phrase", "once"), say("The paragraph is declared immediately verified.")),
        (
            key("phrase", "info"),
            say("<Name>, <title>, informs about <what>. Questions are asked and answered."),
        ),
        (key("phrase", "noted"), say("The information is noted.")),
        (key("phrase", "later"), say("The matter is postponed to the meeting on <day>.")),
        (key("phrase", "back"), say("The matter is referred back to <whom> for <what>.")),
        (key("phrase", "task"), say("<Who> is commissioned to <what>, by <day>.")),
        (key("phrase", "file"), say("<What> is placed on file.")),
    )
    return tuple(
        Phrase(id=-place, short=short, text=from_plain(words))
        for place, (short, words) in enumerate(first, 1)
    )
