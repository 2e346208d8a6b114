from __future__ import annotations

import json
import os
import re
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime

import requests

from tests.ticket_service.making import Chain
from ticket_service.accounts.station_tokens import issue_token
from ticket_service.processes import DATABASE
from ticket_service.storage.store import begin_new_epoch, open_store, writing

WORKERS = 3


@contextmanager
def running(database: str, *arguments: str) -> Iterator[tuple[str, list[str]]]:
    """Run the service as a site does, its database named by the environment; give its address and its log."""
    command = [sys.executable, "-m", "ticket_service", "--port", "0", "--workers", str(WORKERS), *arguments]
    environment = os.environ | {DATABASE: database}
    log: list[str] = []
    with subprocess.Popen(
        command, env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    ) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        reader = threading.Thread(target=log.extend, args=(process.stderr,))
        reader.start()
        try:
            found = re.search(r"http://\S+", process.stdout.readline())
            assert found is not None
            yield found[0], log
        finally:
            process.send_signal(signal.SIGTERM)
            process.wait(timeout=30)
            reader.join()


def counted(url: str, name: str) -> float:
    lines = requests.get(f"{url}/metrics", timeout=20).text.splitlines()
    return sum(float(line.rpartition(" ")[2]) for line in lines if line.startswith(name))


def processes_of(log: list[str]) -> set[str]:
    return set(re.findall(r"Started server process \[(\d+)\]", "".join(log)))


def test_several_processes_are_one_service(database: str) -> None:
    engine = open_store(database)
    with writing(engine) as connection:
        token = issue_token(connection, "DOCK-1", datetime.now(UTC))
    headers = {"Authorization": f"Bearer {token}"}
    chain = Chain()

    with running(database, "--log", "json") as (url, log):
        for number in range(30):
            # A connection of its own each time: whichever process is free takes it.
            batch = chain.batch(chain.arrived(f"LPN-{number}"))
            answer = requests.post(f"{url}/v1/events", json=batch, headers=headers, timeout=30)
            assert [each["result"] for each in answer.json()["results"]] == ["applied"]
        epochs = {requests.get(f"{url}/v1/health", timeout=20).json()["epoch"] for _ in range(10)}
        with writing(engine) as connection:
            new = begin_new_epoch(connection)
        after = {requests.get(f"{url}/v1/health", timeout=20).json()["epoch"] for _ in range(10)}
        events = counted(url, 'ticket_service_events_total{result="applied"}')
        answers = counted(url, 'ticket_service_requests_total{method="POST",route="/v1/events",status="200"}')
    engine.dispose()

    assert len(epochs) == 1
    assert after == {new}
    assert (events, answers) == (30, 30), "they count together"
    lines = [json.loads(line) for line in log]
    messages = [line["message"] for line in lines]
    assert sum(message.startswith("POST /v1/events 200 ") for message in messages) == 30
    assert len(processes_of(messages)) == WORKERS


def test_a_process_that_dies_is_replaced_and_nothing_confirmed_is_lost(database: str) -> None:
    engine = open_store(database)
    with writing(engine) as connection:
        token = issue_token(connection, "DOCK-1", datetime.now(UTC))
    engine.dispose()
    headers = {"Authorization": f"Bearer {token}"}
    chain = Chain()

    with running(database) as (url, log):
        requests.post(f"{url}/v1/events", json=chain.batch(chain.arrived()), headers=headers, timeout=30)
        assert processes_of(log)
        for process in processes_of(log):
            os.kill(int(process), signal.SIGKILL)
        with requests.Session() as session:
            # The socket is the first process's: what comes meanwhile waits for the next one.
            answer = session.post(
                f"{url}/v1/events", json=chain.batch(chain.arrived("LPN-2")), headers=headers, timeout=30
            )
        assert [each["result"] for each in answer.json()["results"]] == ["applied"]
        assert len(requests.get(f"{url}/v1/changes", headers=headers, timeout=30).json()["rows"]) == 2
