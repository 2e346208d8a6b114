"""`receiving-app receive`: the whole act on label pictures, each file one package: read, judge, record."""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

from receiving_app.assembly import Parts, ask, assemble, current_policy, rounds, ticket_service
from receiving_app.clock import StationClock, system_now
from receiving_app.domain.command import Command
from receiving_app.domain.label_facts import ServiceSays
from receiving_app.domain.label_reading import kind_by_pattern
from receiving_app.domain.package import Judgement, Package
from receiving_app.domain.policy import Policy
from receiving_app.domain.reading import Reading
from receiving_app.domain.roles import Actor, ActorKind
from receiving_app.queries import review
from receiving_app.scanning.frames import PictureError, encode_jpeg, read_picture
from receiving_app.settings import Settings
from receiving_app.storage.forms import to_plain
from receiving_app.sync.service import TicketService
from receiving_app.terminal.pictures import counted, reading_line, readings_json, write_lines
from receiving_app.terminal.read import readings_of
from receiving_app.words.rules import rule_name, rule_sentence
from receiving_app.words.verdicts import next_step, reason, verdict_word


def receive(paths: Sequence[Path], settings: Settings, *, at: datetime | None, as_json: bool) -> int:
    """Receive a package for each file; 0: all were recorded, 1: some files gave nothing to record.

    Raise `StoreError` or `SettingsError` where the station can't work at all.
    """
    clock = StationClock((lambda: at) if at else system_now)
    online = [False]
    parts = assemble(settings, clock, lambda: online[0])
    try:
        service = ticket_service(settings, clock)
        if service is not None:
            online[0] = _sync(parts, service)
        failed = sum(not _receive(path, parts, service, as_json=as_json) for path in counted(paths))
        if service is not None and online[0]:
            _sync(parts, service)
        return 1 if failed else 0
    finally:
        parts.store.close()


def receive_one(path: Path, parts: Parts, service: TicketService | None) -> tuple[tuple[Reading, ...], Package | None]:
    """Receive one picture's package and give what was read; raise `PictureError` where it is no picture."""
    actor = Actor(ActorKind.PERSON, parts.settings.operator, parts.settings.operator_role, "settings")
    readings = readings_of(path, parts.clock.now(), _keep_photo(path, parts))
    parts.dock.command(Command.NEXT, actor)
    outcomes = parts.dock.scan(readings, actor)
    for look_up in (ask_for for outcome in outcomes for ask_for in outcome.look_ups):
        says = ask(parts, service, look_up) if service is not None else ServiceSays.NO_ANSWER
        parts.dock.looked_up(look_up, says)
    parts.dock.command(Command.NEXT, actor)
    lpns = [outcome.package.lpn for outcome in outcomes if outcome.package is not None]
    return readings, review.package(parts.store, lpns[-1]) if lpns else None


def _receive(path: Path, parts: Parts, service: TicketService | None, *, as_json: bool) -> bool:
    """Receive one file's package and print it; tell whether there was anything to record."""
    try:
        readings, package = receive_one(path, parts, service)
    except PictureError as error:
        sys.stderr.write(f"{error}\n")
        return False
    policy = current_policy(parts)
    if as_json:
        write_lines(json.dumps(line) for line in _as_json(path, readings, package, policy))
    else:
        write_lines(_as_text(path, readings, package, policy, parts.clock.now()))
    return package is not None


def _sync(parts: Parts, service: TicketService) -> bool:
    done = rounds(parts, service).run_once()
    if done.problem:
        sys.stderr.write(f"{done.problem}\n")
    return done.online


def _keep_photo(path: Path, parts: Parts) -> str | None:
    """Keep the picture as the label photo; a full disk is said and stops nothing."""
    picture = encode_jpeg(read_picture(path))
    try:
        return parts.store.photos.keep(picture)
    except OSError as error:
        sys.stderr.write(f"The label photo could not be saved: {error.strerror}. The package is recorded without it.\n")
        return None


def _as_json(
    path: Path, readings: Sequence[Reading], package: Package | None, policy: Policy
) -> list[dict[str, object]]:
    """State a package as JSON objects, one for each RMA on it; one without verdict where there is none."""
    read = {"file": str(path), "readings": readings_json(readings, policy.number_format)}
    judgements = package.judgements if package else ()
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
    path: Path, readings: Sequence[Reading], package: Package | None, policy: Policy, now: datetime
) -> list[str]:
    lines = [str(path), *(reading_line(each, kind_by_pattern(each, policy.number_format)) for each in readings)]
    if package is None:
        return [*lines, "  Nothing that a package could be recorded by was read."]
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
