"""The ticket service over HTTP: the only place that talks to it.

Every failure ends as one of these::

    ServiceError
    ├── UnreachableError    no network, a time-out, 5xx, 408, 429: try later
    │   └── CertificateError  its certificate doesn't verify
    ├── NotAdmittedError    401, 403: the station's token isn't accepted
    ├── NonsenseError       an answer that the contract doesn't know
    ├── CursorGoneError     410: pull everything again
    └── ForkedError         409: another station's journal bears our name
"""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime
from typing import Any, TypeVar
from urllib.parse import quote

import requests
from pydantic import ValidationError
from requests.auth import AuthBase

from receiving_app.clock import StationClock
from receiving_app.domain.authorization import Rma
from receiving_app.storage.outbox import Outgoing
from receiving_app.sync import wire

T = TypeVar("T")

#: Half an answer ends the read by itself; this ends one that never comes, in seconds.
CONNECT_WITHIN, READ_WITHIN = 5.0, 15.0
#: A slip in a Retry-After header must not silence a station for good.
_LONGEST_WISH = timedelta(days=1)


class ServiceError(Exception):
    """The ticket service could not do what the station asked; the message is a sentence for people."""


class UnreachableError(ServiceError):
    """Nothing, or nothing final, was answered; `retry_after` is the service's own wish."""

    def __init__(self, message: str, retry_after: timedelta | None = None) -> None:
        super().__init__(message)
        self.retry_after = retry_after


class CertificateError(UnreachableError):
    """The service can't prove that it is the service."""


class NotAdmittedError(ServiceError):
    """The station's token isn't accepted."""


class NonsenseError(ServiceError):
    """The answer is none that the contract knows."""


class CursorGoneError(ServiceError):
    """The place in the stream is no longer known: pull everything again."""


class ForkedError(ServiceError):
    """The service holds another journal under this station's name."""

    def __init__(self) -> None:
        super().__init__(
            "The ticket service holds another journal under this station's name. "
            "Was this station copied or restored? Ask support to enrol it anew."
        )


@dataclass(frozen=True, slots=True)
class _Answer:
    """An answer, and when it was asked for and came by this machine's clock."""

    response: requests.Response
    asked_at: datetime
    answered_at: datetime


class _Bearer(AuthBase):
    def __init__(self, token: str) -> None:
        self._token = token

    def __call__(self, request: requests.PreparedRequest) -> requests.PreparedRequest:
        request.headers["Authorization"] = f"Bearer {self._token}"
        return request


class TicketService:
    """Asks one ticket service as one station; every answer with a time teaches the clock."""

    def __init__(
        self, url: str, token: str, clock: StationClock, ca_file: str | None = None, read_within: float = READ_WITHIN
    ) -> None:
        self._url = url.rstrip("/")
        self._clock = clock
        self._read_within = read_within
        self._session = requests.Session()
        # Set as `auth`, because a .netrc of the machine would overrule a plain header.
        self._session.auth = _Bearer(token)
        self._verify = ca_file or True

    def changes(self, cursor: str, limit: int) -> wire.Page:
        """Give the rows after a cursor."""
        answer = self._ask("GET", "/v1/changes", params={"cursor": cursor, "limit": limit})
        if answer.response.status_code == requests.codes.gone:
            raise CursorGoneError("The ticket service no longer knows our place; everything is fetched again.")
        return self._read(answer, wire.page)

    def rma(self, number: str, within: float) -> Rma | None:
        """Give one RMA as it stands now, or None where the service itself doesn't know it; `within` in seconds."""
        path = f"/v1/rmas/{quote(number, safe='')}"
        answer = self._ask("GET", path, timeout=(within, within))
        if answer.response.status_code == requests.codes.not_found and _is_problem(answer.response, "not-found"):
            return None
        return self._read(answer, lambda content: wire.rma(wire.Row.model_validate_json(content)))

    def push(self, station: str, elements: Sequence[Outgoing]) -> wire.Results:
        """Send events in order; give one result for each."""
        body = json.dumps({"station": station, "events": [_element(each) for each in elements]}, ensure_ascii=False)
        answer = self._ask("POST", "/v1/events", data=body.encode(), headers={"Content-Type": "application/json"})
        if answer.response.status_code == requests.codes.conflict and _is_problem(answer.response, "station-forked"):
            raise ForkedError
        results = self._read(answer, wire.Results.model_validate_json)
        if [result.station_seq for result in results.results] != [element.seq for element in elements]:
            raise NonsenseError("The ticket service's answer doesn't fit what was sent; it is sent again later.")
        return results

    def countersigned(self, seqs: Sequence[int] = ()) -> wire.Countersigned:
        """Ask for the service's signature under the end of our journal, and under single events; at most 500."""
        answer = self._ask("GET", "/v1/countersigned", params={"seq": list(seqs)})
        return self._read(answer, wire.Countersigned.model_validate_json)

    def health(self) -> wire.Health:
        """Ask whether the service lives and speaks our contract."""
        return self._read(self._ask("GET", "/v1/health"), wire.Health.model_validate_json)

    def enrol(self, code: str, sealing_key: str) -> wire.Enrolled:
        """Give the token for a code that a person typed; the service seals with `sealing_key` from now on."""
        answer = self._ask("POST", "/v1/stations/enrol", json={"code": code, "sealing_key": sealing_key})
        return self._read(answer, wire.Enrolled.model_validate_json, requests.codes.created)

    def close(self) -> None:
        """Give the connection back."""
        self._session.close()

    def _ask(self, method: str, path: str, **options: Any) -> _Answer:
        options.setdefault("timeout", (min(CONNECT_WITHIN, self._read_within), self._read_within))
        # Told at each request, because REQUESTS_CA_BUNDLE would overrule what the session says.
        options["verify"] = self._verify
        asked_at = self._clock.now()
        try:
            answer = self._session.request(method, self._url + path, allow_redirects=False, **options)
        except requests.exceptions.SSLError as error:
            raise CertificateError(
                "The ticket service's certificate doesn't verify. Check the service address and the station's clock."
            ) from error
        except (requests.ConnectTimeout, requests.ReadTimeout) as error:
            raise UnreachableError("The ticket service doesn't answer in time.") from error
        except (requests.exceptions.ChunkedEncodingError, requests.exceptions.ContentDecodingError) as error:
            raise UnreachableError("The ticket service's answer broke off.") from error
        except requests.RequestException as error:
            raise UnreachableError(
                "The ticket service can't be reached. Is the network up, and is the service address right?"
            ) from error
        _refuse(answer)
        return _Answer(answer, asked_at, self._clock.now())

    def _read(self, answer: _Answer, read: Callable[[bytes], T], expected: int = requests.codes.ok) -> T:
        """Make sense of a whole answer, and take its time: an error page may come from anything on the way."""
        response = answer.response
        if response.is_redirect:
            raise NonsenseError("The ticket service sends us elsewhere. Is the service address right?")
        if response.status_code != expected:
            raise NonsenseError(f"The ticket service answered {response.status_code}, which makes no sense here.")
        try:
            told = read(response.content)
        except (ValidationError, ValueError) as error:
            raise NonsenseError("The ticket service's answer makes no sense. Is the service address right?") from error
        if isinstance(told, wire.Timed):
            self._clock.learn(told.server_time, answer.asked_at, answer.answered_at)
        return told


def _refuse(answer: requests.Response) -> None:
    status = answer.status_code
    if status in {401, 403}:
        raise NotAdmittedError(
            "The ticket service doesn't accept this station's token. Ask support for a new one; nothing is lost."
        )
    if status in {408, 429} or status >= 500:
        raise UnreachableError(f"The ticket service is in trouble (answer {status}).", _retry_after(answer))


def _retry_after(answer: requests.Response) -> timedelta | None:
    """Read the Retry-After header, seconds or a date, as a time from now; no longer than a day."""
    told = answer.headers.get("Retry-After", "").strip()
    if told.isascii() and told.isdigit():
        return min(timedelta(seconds=int(told[:9])), _LONGEST_WISH)
    at = _http_date(told)
    if at is None:
        return None
    # The service's own clock tells how far off its date is: ours may be wrong.
    now = _http_date(answer.headers.get("Date", "")) or datetime.now(UTC)
    return min(max(at - now, timedelta(0)), _LONGEST_WISH)


def _http_date(text: str) -> datetime | None:
    try:
        at = parsedate_to_datetime(text)
    except ValueError:
        return None
    return at if at.tzinfo else None


def _is_problem(answer: requests.Response, slug: str) -> bool:
    """Tell the service's own word from another program's page under the same status."""
    try:
        told = json.loads(answer.content)
    except (ValueError, RecursionError):
        return False
    return isinstance(told, dict) and str(told.get("type", "")).rsplit("/", 1)[-1] == slug


def _element(element: Outgoing) -> dict[str, object]:
    if element.payload is not None:
        return element.payload
    return {"station_seq": element.seq, "prev_hash": element.prev_hash, "hash": element.hash}
