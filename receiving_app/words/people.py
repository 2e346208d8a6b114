"""Why a badge or a PIN was not taken, and who works here, in sentences."""

from __future__ import annotations

from datetime import timedelta

from PySide6.QtCore import QCoreApplication

translate = QCoreApplication.translate


def refusal_sentence(why: str, wait: timedelta = timedelta()) -> str:
    """Say why somebody was not let in, and what to do; a code that isn't known is shown as it is."""
    match why:
        case "not-a-pin":
            return translate("words", "A PIN has four to eight digits.")
        case "wrong-pin":
            wrong = translate("words", "That PIN is wrong.")
            return f"{wrong} {wait_sentence(wait)}" if wait else wrong
        case "wait":
            return wait_sentence(wait)
        case "no-pin":
            return translate("words", "This person has no PIN yet. Ask support to set one.")
        case "unknown-person":
            return translate("words", "This person isn't known here. Ask a supervisor.")
        case "own-work":
            return translate("words", "Nobody approves their own work. Ask another supervisor.")
        case "role":
            return translate("words", "This person's role may not approve this.")
        case _:
            return why


def wait_sentence(wait: timedelta) -> str:
    """Say how long somebody must wait after wrong PINs, never less than it takes."""
    seconds = -(-wait // timedelta(seconds=1))
    if seconds <= 90:
        return translate("words", "Too many wrong PINs. Try again in {} seconds.").format(seconds)
    return translate("words", "Too many wrong PINs. Try again in {} minutes.").format(-(-seconds // 60))


def nobody() -> str:
    """Say that nobody works at the station."""
    return translate("words", "Nobody signed in")
