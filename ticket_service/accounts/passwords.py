"""Passwords: which are good enough, and how they are kept."""

from __future__ import annotations

from pathlib import Path

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

AT_LEAST = 12
AT_MOST = 200

#: What is tried first by those who guess.
_COMMON = frozenset((Path(__file__).parent / "common_passwords.txt").read_text(encoding="ascii").split())

# OWASP's first choice of argon2id figures; 19 MiB a try leaves room for many at once.
_HASHER = PasswordHasher(time_cost=2, memory_cost=19 * 1024, parallelism=1)

#: Takes as long to refuse as a real one: time does not tell which accounts exist.
_NOBODYS = _HASHER.hash("the password of nobody at all")


def fault(password: str, email: str) -> str | None:
    """Say what is wrong with a new password; None is good."""
    plain = password.casefold()
    if len(password) < AT_LEAST:
        return f"Use at least {AT_LEAST} characters; several words are easy to remember."
    if len(password) > AT_MOST:
        return f"Use at most {AT_MOST} characters."
    if plain in _COMMON or len(set(plain)) < 4:
        return "This password is one of the first that others try; choose another."
    if plain in {email, email.replace("@", ""), email.partition("@")[0]}:
        return "Your e-mail address is no password; choose another."
    return None


def hashed(password: str) -> str:
    """Give the argon2id hash under which a password is kept; takes some 30 ms."""
    return _HASHER.hash(password)


def proves(kept: str | None, password: str) -> bool:
    """Say whether the password is the kept one; takes as long where nothing is kept."""
    try:
        _HASHER.verify(kept or _NOBODYS, password)
    except (VerificationError, InvalidHashError):
        return False
    return kept is not None


def outdated(kept: str) -> bool:
    """Say whether the hash was made with other figures than today's."""
    return _HASHER.check_needs_rehash(kept)
