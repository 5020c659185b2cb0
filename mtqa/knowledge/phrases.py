"""Phrases that keep a grammar of their own, in the notation of pattern packs."""

from __future__ import annotations

#: Subjunctives and other forms that only live on in set phrases: as it were, come what may.
SET_PHRASES = (
    "as it were",
    "so be it",
    "be that as it may",
    "come what may",
    "come hell",
    "if need be",
    "far be it from",
    "suffice it to say",
    "suffice to say",
    "long live",
    "long may",
    "god|heaven|lord|heavens bless|forbid|help|save|willing",
    "woe betide",
    "the powers that be",
    "truth be told",
    "all things being equal",
    "would that",
    "till death do",
    "the devil take",
    "perish the thought",
    "that being said",
    "what have you",
)
