"""What is queued for the printer is kept with the act that queued it."""

from __future__ import annotations

from pathlib import Path

import pytest

from receiving_app.domain.papers import JobState
from receiving_app.printing.documents import FORMS, Document, ItemLabel
from receiving_app.storage import print_queue
from receiving_app.storage.forms import from_json
from receiving_app.storage.print_queue import Job
from receiving_app.storage.store import Store, open_store
from tests.factories import chicago
from tests.printing.examples import ITEM, UNUSUAL, USUAL, named

NOW = chicago(2026, 11, 17, 9, 12)
LABEL = ItemLabel(ITEM, "KP2", "SWK2-004711", "RMA-00001236", "B3")


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return open_store(tmp_path)


def put(store: Store, document: Document = LABEL, copies: int = 1) -> int:
    with store.transaction() as connection:
        return print_queue.put(connection, document, NOW, copies)


def waiting(store: Store) -> tuple[Job, ...]:
    with store.reading() as connection:
        return print_queue.waiting(connection)


def settle(store: Store, number: int, state: JobState, problem: str | None = None) -> None:
    with store.transaction() as connection:
        print_queue.settle(connection, number, state, problem)


@pytest.mark.parametrize("document", [*USUAL, *UNUSUAL], ids=named)
def test_every_kind_of_document_comes_back_as_it_was(store: Store, document: Document) -> None:
    put(store, document)
    (job,) = waiting(store)

    assert from_json(FORMS[job.kind], job.document) == document


def test_documents_wait_in_the_order_in_which_they_were_queued(store: Store) -> None:
    numbers = [put(store), put(store, copies=3), put(store)]

    assert [(job.number, job.copies) for job in waiting(store)] == list(zip(numbers, (1, 3, 1), strict=True))


def test_the_queue_outlives_a_restart(store: Store, tmp_path: Path) -> None:
    number = put(store)
    store.close()

    assert [job.number for job in waiting(open_store(tmp_path))] == [number]


def test_a_document_is_queued_with_its_act_or_not_at_all(store: Store) -> None:
    def fails() -> None:
        with store.transaction() as connection:
            print_queue.put(connection, LABEL, NOW)
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        fails()

    assert waiting(store) == ()


@pytest.mark.parametrize("state", [JobState.PRINTED, JobState.REFUSED, JobState.PRINTING])
def test_what_is_settled_waits_no_longer(store: Store, state: JobState) -> None:
    settle(store, put(store), state)

    assert waiting(store) == ()


def test_a_job_that_failed_waits_with_its_problem(store: Store) -> None:
    settle(store, put(store), JobState.WAITING, "Out of labels.")

    assert [job.problem for job in waiting(store)] == ["Out of labels."]


def test_what_was_being_printed_when_the_program_ended_waits_again_as_a_copy(store: Store) -> None:
    begun, printed = put(store), put(store)
    settle(store, begun, JobState.PRINTING)
    settle(store, printed, JobState.PRINTED)
    with store.transaction() as connection:
        print_queue.take_up(connection)

    assert [(job.number, job.is_copy) for job in waiting(store)] == [(begun, True)]


def test_a_reprint_is_a_job_of_its_own_marked_as_a_copy(store: Store) -> None:
    first = put(store, copies=3)
    settle(store, first, JobState.PRINTED)
    with store.transaction() as connection:
        again = print_queue.put_again(connection, first, NOW)

    (job,) = waiting(store)
    assert (job.number, job.copies, job.is_copy) == (again, 1, True)
    assert from_json(FORMS[job.kind], job.document) == LABEL


def test_what_was_never_queued_cannot_be_printed_again(store: Store) -> None:
    with store.transaction() as connection:
        assert print_queue.put_again(connection, 7, NOW) is None


def test_the_newest_jobs_are_told_first(store: Store) -> None:
    numbers = [put(store) for _ in range(4)]
    with store.reading() as connection:
        assert [job.number for job in print_queue.newest(connection, 2)] == [numbers[3], numbers[2]]


def test_what_one_event_called_for_last_is_given_together_without_its_copies(store: Store) -> None:
    with store.transaction() as connection:
        print_queue.put(connection, LABEL, NOW, event="e-1")
        both = [print_queue.put(connection, LABEL, NOW, event="e-2") for _ in range(2)]
        print_queue.put_again(connection, both[0], NOW)
        assert [job.number for job in print_queue.last_called_for(connection)] == both


def test_what_was_taken_back_is_not_given_as_the_last(store: Store) -> None:
    with store.transaction() as connection:
        first = print_queue.put(connection, LABEL, NOW)
        print_queue.put(connection, LABEL, NOW, event="e-2")
        print_queue.withdraw_of(connection, ["e-2"])
        assert [job.number for job in print_queue.last_called_for(connection)] == [first]
