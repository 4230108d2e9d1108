"""What keys are called on the keyboards of those who read."""

from __future__ import annotations

from klubban.i18n import pgettext


def key_name(keys: str) -> str:
    """Return the name of a key, or of several at once: "Ctrl+Skift+H" for "Ctrl+Shift+H" in Swedish."""
    return keys.replace("Return", pgettext("key", "Enter")).replace("Shift", pgettext("key", "Shift"))
