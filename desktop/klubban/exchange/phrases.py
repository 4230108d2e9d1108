"""The open format's phrases: what is typed for them, and what they say."""

from __future__ import annotations

from klubban.exchange.parts import Part
from klubban.exchange.texts import TextBlocks
from klubban.exchange.values import Line


class OpenPhrase(Part):
    """A phrase by a short key; `<name>` in its text is a slot."""

    short: Line
    text: TextBlocks
