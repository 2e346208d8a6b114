"""The words of tickets, kept so that a search reads as little of a million tickets as of ten."""

from __future__ import annotations

import unicodedata

from sqlalchemy import Connection, insert, select

from ticket_service.storage.ticket_tables import ticket_words

LONGEST_WORD = 40
#: What one text adds at most; a pasted log is not worth more.
MOST_WORDS = 1000


def words_of(text: str) -> set[str]:
    """Give the words a text is found by: each run without spaces as its letters and digits, and its parts."""
    found: set[str] = set()
    for run in _folded(text).split():
        found.add(_plain(run))
        found.update("".join(sign if sign.isalnum() else " " for sign in run).split())
    return set(sorted(word for word in found if 0 < len(word) <= LONGEST_WORD)[:MOST_WORDS])


def asked_words(text: str) -> list[str]:
    """Give the words that somebody asks for: each run without spaces as its letters and digits."""
    words = [_plain(run)[:LONGEST_WORD] for run in _folded(text).split()]
    return list(dict.fromkeys(filter(None, words)))[:10]


def remember(connection: Connection, ordinal: int, partner: str, *texts: str) -> None:
    """Let a ticket be found by the words of these texts."""
    words = set().union(*map(words_of, texts))
    known = select(ticket_words.c.word).where(ticket_words.c.ordinal == ordinal, ticket_words.c.word.in_(sorted(words)))
    new = words.difference(connection.execute(known).scalars())
    if new:
        rows = [{"word": word, "ordinal": ordinal, "partner": partner} for word in sorted(new)]
        connection.execute(insert(ticket_words), rows)


def _folded(text: str) -> str:
    return unicodedata.normalize("NFKC", text).casefold()


def _plain(run: str) -> str:
    return "".join(filter(str.isalnum, run))
