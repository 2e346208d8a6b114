"""`receiving-app receive`: the whole act on label pictures, each file one package: read, judge, record, report."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from pathlib import Path

from receiving_app.assembly import Parts, ask, assemble, current_policy, ticket_service
from receiving_app.clock import StationClock
from receiving_app.domain.command import Command
from receiving_app.domain.label_facts import ServiceSays
from receiving_app.domain.label_reading import kind_by_pattern
from receiving_app.domain.package import Judgement, Package
from receiving_app.domain.policy import Policy
from receiving_app.domain.reading import Reading
from receiving_app.domain.roles import Actor, ActorKind
from receiving_app.errands import errand
from receiving_app.qt.courier import Errand
from receiving_app.queries import review
from receiving_app.scanning.frames import PictureError, encode_jpeg, read_picture
from receiving_app.settings import Settings
from receiving_app.storage import sync_state
from receiving_app.storage.forms import to_plain
from receiving_app.sync.service import TicketService
from receiving_app.terminal.pictures import (
    complain,
    counted,
    quiet_libraries,
    reading_line,
    readings_json,
    readings_of,
    write_lines,
)
from receiving_app.words.rules import rule_name, rule_sentence
from receiving_app.words.verdicts import next_step, reason, verdict_word


class ClockAt(StationClock):
    """Stands still at a moment that was asked for; the ticket service's time changes nothing about it."""

    def __init__(self, moment: datetime) -> None:
        super().__init__(lambda: moment)

    def remember(self, offset: timedelta) -> None:
        """Take nothing from an earlier run."""

    def learn(self, server_time: datetime, asked_at: datetime, answered_at: datetime) -> None:
        """Take no time from the service."""


@dataclass(slots=True)
class _Contact:
    """The ticket service during one run: whether it answers, and what was said of it already."""

    online: bool = False
    said: set[str] = field(default_factory=set)


def receive(paths: Sequence[Path], settings: Settings, *, at: datetime | None, as_json: bool) -> int:
    """Receive a package for each file; 0: all were recorded, 1: some files gave nothing to record.

    Raise `StoreError` or `SettingsError` where the station can't work at all.
    """
    clock = StationClock() if at is None else ClockAt(at)
    service = ticket_service(settings, clock)
    contact = _Contact()
    parts = assemble(settings, clock, lambda: contact.online)
    try:
        if service is None and settings.service_url is not None:
            _miss_token(settings)
        rounds = errand(parts, settings)
        _sync(parts, rounds, contact, at)
        failed = sum(not _receive(path, parts, service, as_json=as_json) for path in counted(paths))
        if contact.online:
            _sync(parts, rounds, contact, at)
        return 1 if failed else 0
    finally:
        parts.store.close()
        if service is not None:
            service.close()


def receive_one(
    path: Path, parts: Parts, service: TicketService | None
) -> tuple[tuple[Reading, ...], tuple[Package, ...]]:
    """Receive one picture's package and give what was read; raise `PictureError` where it is no picture.

    There are several packages only where the picture shows several licence plates, and none where nothing was
    read that a package could be recorded by.
    """
    actor = Actor(ActorKind.PERSON, parts.settings.operator, parts.settings.operator_role, "settings")
    readings = readings_of(path, parts.clock.now(), _keep_photo(path, parts))
    parts.dock.command(Command.NEXT, actor)
    outcomes = parts.dock.scan(readings, actor)
    for look_up in (ask_for for outcome in outcomes for ask_for in outcome.look_ups):
        says = ask(parts, service, look_up) if service is not None else ServiceSays.NO_ANSWER
        parts.dock.looked_up(look_up, says)
    parts.dock.command(Command.NEXT, actor)
    lpns = dict.fromkeys(outcome.package.lpn for outcome in outcomes if outcome.package is not None)
    found = (review.package(parts.store, lpn) for lpn in lpns)
    return readings, tuple(package for package in found if package is not None)


def _receive(path: Path, parts: Parts, service: TicketService | None, *, as_json: bool) -> bool:
    """Receive one file's package and print it; tell whether there was anything to record."""
    try:
        readings, packages = receive_one(path, parts, service)
    except PictureError as error:
        complain(str(error))
        return False
    policy = current_policy(parts)
    if as_json:
        write_lines(json.dumps(line) for line in _as_json(path, readings, packages, policy))
    else:
        write_lines(_as_text(path, readings, packages, policy, parts.clock.corrected()))
    return bool(packages)


def _sync(parts: Parts, rounds: Errand, contact: _Contact, at: datetime | None) -> None:
    """Tell the service what happened here, fetch what it says, and judge again what that changes."""
    done = rounds.round(lambda: True)
    contact.online = done.online
    if at is not None and done.online:
        _take_as_of(parts, at)
    rounds.after(done)
    if done.problem is not None and done.problem not in contact.said:
        contact.said.add(done.problem)
        complain(done.problem)


def _take_as_of(parts: Parts, at: datetime) -> None:
    """Let what was just fetched be the service's word at the moment that is practised, neither older nor newer."""
    with parts.store.transaction() as connection:
        state = sync_state.get(connection)
        if state.data_as_of is not None:
            sync_state.put(connection, replace(state, data_as_of=at))


def _miss_token(settings: Settings) -> None:
    token = settings.token_file or settings.data_folder / "service.token"
    complain(f"The station's token for the ticket service is missing. Ask support for it and save it as {token}.")


def _keep_photo(path: Path, parts: Parts) -> str | None:
    """Keep the picture as the label photo; a full disk is said and stops nothing."""
    with quiet_libraries():
        picture = encode_jpeg(read_picture(path))
    try:
        return parts.store.photos.keep(picture)
    except OSError as error:
        complain(f"The photo of {path} could not be saved: {error.strerror}. The package is recorded without it.")
        return None


def _as_json(
    path: Path, readings: Sequence[Reading], packages: Sequence[Package], policy: Policy
) -> list[dict[str, object]]:
    """State a file's package as JSON objects, one for each RMA on it; one without verdict where there is none."""
    read = {"file": str(path), "readings": readings_json(readings, policy.number_format)}
    judgements = [judgement for package in packages for judgement in package.judgements]
    if not judgements:
        return [{**read, "rma": None, "verdict": None, "codes": [], "trace": []}]
    return [
        {
            **read,
            "rma": judgement.number or None,
            "verdict": judgement.verdict.decision.value,
            "codes": [code.value for code in judgement.verdict.codes],
            "trace": [to_plain(finding) for finding in judgement.verdict.trace],
        }
        for judgement in judgements
    ]


def _as_text(
    path: Path, readings: Sequence[Reading], packages: Sequence[Package], policy: Policy, now: datetime
) -> list[str]:
    lines = [str(path), *(reading_line(each, kind_by_pattern(each, policy.number_format)) for each in readings)]
    if not packages:
        lines.append("  Nothing that a package could be recorded by was read.")
    for package in packages:
        lines.append(f"  package {package.lpn}")
        if not package.judgements:
            lines.append("  No RMA number was read; no verdict.")
        for judgement in package.judgements:
            lines += verdict_lines(package, judgement, policy, now)
    return lines


def verdict_lines(package: Package, judgement: Judgement, policy: Policy, now: datetime) -> list[str]:
    """Say a verdict in words: what, why, what next, and every rule's answer."""
    verdict = judgement.verdict
    head = f"  {verdict_word(verdict.decision)}  {judgement.number}  {reason(package, judgement, policy, now)}"
    trace = [
        f"    {finding.answer.value:<6} {rule_name(finding.rule):<28} {rule_sentence(finding, policy.calendar)}"
        for finding in verdict.trace
    ]
    codes = ", ".join(code.value for code in verdict.codes)
    return [head, f"  {next_step(package, judgement)}", *([f"  codes: {codes}"] if codes else []), *trace]
