"""RMA numbers: how a site writes them, and how they are found in what a label says."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from itertools import accumulate, dropwhile, islice, takewhile

#: Longer texts are no label's: they are kept, but no number is looked for in them.
LONGEST_LABEL_TEXT = 4096
#: A text that is a number and nothing else is no longer than this.
LONGEST_NUMBER = 64
#: "RMA 0000 1236" is one number in two tokens; nobody writes one in more than this.
MOST_TOKENS = 4

_AIM = re.compile(r"^\][A-Za-z][0-9A-Za-z]")
_SEPARATORS = re.compile(r"[\s\-#:.,;]+")
#: "RMA No. 00001236": what may stand between the context and the number.
_NUMBER_WORDS = frozenset({"NO", "NR", "NUM", "NUMBER"})
_CARTON = re.compile(r"^([1-9][0-9]?)/([1-9][0-9]?)$")


class Check(StrEnum):
    """How a site's numbers protect themselves against misreading."""

    MOD_11_10 = "mod11-10"
    NONE = "none"


class Form(StrEnum):
    """How far a text looks like an RMA number of this site."""

    WELL_FORMED = "well-formed"
    MALFORMED = "malformed"
    #: Digits, or a text, without "RMA" or "ATTN" beside it: a number only if the service knows it.
    BARE = "bare"


@dataclass(frozen=True, slots=True)
class NumberFormat:
    """A site's way of writing RMA numbers.

    `body` is a regular expression for what follows the prefix, its separators left out; case doesn't matter.
    """

    prefix: str = "RMA"
    body: str = "[0-9]{8}"
    check: Check = Check.MOD_11_10


@dataclass(frozen=True, slots=True)
class Carton:
    """A carton's mark on our own label: the `index`-th of `count`."""

    index: int
    count: int


@dataclass(frozen=True, slots=True)
class Candidate:
    """A text that may be an RMA number; `key` is what it is looked up by, `number` how people write it."""

    key: str
    number: str
    form: Form
    carton: Carton | None = None


def mod_11_10(digits: str) -> str:
    """Give the check digit that ISO/IEC 7064 MOD 11,10 puts behind `digits`."""
    product = 10
    for digit in digits:
        total = (product + int(digit)) % 10 or 10
        product = total * 2 % 11
    return str((11 - product) % 10)


def plain(text: str) -> str:
    """Fold what scanners and printers add: case, width, AIM prefix, kinds of dash, control characters."""
    folded = unicodedata.normalize("NFKC", text).upper()
    shown = "".join(map(_fold_character, folded)).strip()
    return " ".join(_AIM.sub("", shown).split())


def number_key(text: str) -> str:
    """Give what a number is looked up by: its letters and digits, upper-case."""
    return "".join(filter(str.isalnum, plain(text)))


def find_numbers(text: str, fmt: NumberFormat) -> tuple[Candidate, ...]:
    """Find everything in a label's text that may be an RMA number, the likeliest reading of each place first."""
    if len(text) > LONGEST_LABEL_TEXT:
        return ()
    label = plain(text)
    found: dict[str, Candidate] = {}
    for place in _context(fmt).finditer(label):
        strong = place.group() != "ATTN"
        for candidate in _behind(label[place.end() :], fmt, strong=strong):
            found.setdefault(candidate.key, candidate)
    for candidate in _bare(label, fmt):
        found.setdefault(candidate.key, candidate)
    return tuple(found.values())


def is_well_formed(body: str, fmt: NumberFormat) -> bool:
    """Tell whether the part behind the prefix has the site's pattern and check digit."""
    if not _has_pattern(body, fmt):
        return False
    if fmt.check is Check.NONE:
        return True
    digits = "".join(c for c in body if c in "0123456789")
    return len(digits) > 1 and mod_11_10(digits[:-1]) == digits[-1]


def _has_pattern(body: str, fmt: NumberFormat) -> bool:
    return not fmt.body or re.fullmatch(fmt.body, body, re.ASCII | re.IGNORECASE) is not None


def _fold_character(character: str) -> str:
    category = unicodedata.category(character)
    if category == "Pd" or character == "\N{MINUS SIGN}":
        return "-"
    if category == "Cc":
        return " "
    return "" if category in {"Cf", "Cs", "Co", "Cn"} else character


def _context(fmt: NumberFormat) -> re.Pattern[str]:
    words = sorted({"RMA", "ATTN", fmt.prefix.upper()} - {""}, key=len, reverse=True)
    return re.compile(rf"(?<![A-Z0-9])(?:{'|'.join(map(re.escape, words))})(?![A-Z])")


def _behind(tail: str, fmt: NumberFormat, *, strong: bool) -> Iterator[Candidate]:
    """Read the number that follows a context word, however its digits are grouped."""
    split = filter(None, _SEPARATORS.split(tail, MOST_TOKENS + 3))
    tokens = list(islice(dropwhile(_NUMBER_WORDS.__contains__, split), MOST_TOKENS + 1))
    groups = tuple(takewhile(_may_be_digits, tokens[:MOST_TOKENS]))
    if not groups:
        return
    bodies = tuple(accumulate(groups))
    likeliest = next((body for body in bodies if is_well_formed(body, fmt)), None)
    form = Form.WELL_FORMED
    if likeliest is None:
        like = strong or (len(groups[0]) >= 5 and groups[0].isdigit())
        form = Form.MALFORMED if like else Form.BARE
        # What fails by its check digit alone is told from the house number behind it.
        likeliest = next((body for body in bodies if _has_pattern(body, fmt)), bodies[-1])
    cartons = {body: _carton(token) for body, token in zip(bodies, tokens[1:], strict=False)}
    yield _candidate(likeliest, fmt, form, cartons.get(likeliest))
    # The others count only if they are known: how a label groups its digits, or lists numbers, is no proof.
    listed = (group for group in groups[1:] if is_well_formed(group, fmt))
    for body in (*bodies, *listed):
        if body != likeliest:
            yield _candidate(body, fmt, Form.BARE, cartons.get(body))


def _may_be_digits(token: str) -> bool:
    return token.isalnum() and any(map(str.isdigit, token))


def _bare(label: str, fmt: NumberFormat) -> Iterator[Candidate]:
    if len(label) > LONGEST_NUMBER:
        return
    head, _, mark = label.rpartition(" ")
    carton = _carton(mark) if head else None
    text = head if carton else label
    key = number_key(text)
    if key:
        yield Candidate(key, text, Form.BARE, carton)
    if key.isdigit() and fmt.prefix:
        yield _candidate(key, fmt, Form.BARE, carton)


def _candidate(body: str, fmt: NumberFormat, form: Form, carton: Carton | None) -> Candidate:
    prefix = fmt.prefix.upper()
    dash = "-" if prefix[-1:].isalnum() else ""
    return Candidate(number_key(prefix + body), prefix + dash + body, form, carton)


def _carton(token: str) -> Carton | None:
    match = _CARTON.match(token)
    if match is None:
        return None
    index, count = int(match[1]), int(match[2])
    return Carton(index, count) if index <= count else None
