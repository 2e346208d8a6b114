"""A camera's reading is believed once frames agree, and told once while it stays in view."""

from __future__ import annotations

from dataclasses import dataclass

from receiving_app.scanning.steady import Steady


@dataclass(frozen=True)
class Seen:
    text: str
    weak: bool = False


A, B = Seen("A"), Seen("B")


def test_one_frame_is_not_believed_and_the_second_is() -> None:
    steady = Steady()
    assert steady.see([A], 0.0) == ()
    assert steady.doubtful
    assert steady.see([A], 0.1) == (A,)
    assert not steady.doubtful


def test_a_reading_that_is_weak_needs_a_third_frame() -> None:
    steady = Steady()
    weak = Seen("A", weak=True)
    assert [steady.see([weak], n / 10) for n in range(3)] == [(), (), (weak,)]


def test_one_strong_reading_makes_a_weak_one_believable() -> None:
    steady = Steady()
    steady.see([Seen("A", weak=True)], 0.0)
    assert steady.see([A], 0.1) == (A,)


def test_two_frames_too_far_apart_do_not_agree() -> None:
    steady = Steady()
    steady.see([A], 0.0)
    assert steady.see([A], 0.7) == ()


def test_a_frame_that_missed_the_code_between_two_that_saw_it_does_not_matter() -> None:
    steady = Steady()
    steady.see([A], 0.0)
    steady.see([], 0.1)
    assert steady.see([A], 0.2) == (A,)


def test_codes_of_one_label_come_out_together() -> None:
    steady = Steady()
    steady.see([A, B], 0.0)
    assert steady.see([B, A], 0.1) == (B, A)


def test_a_code_told_once_stays_quiet_while_it_is_in_view() -> None:
    steady = Steady()
    times = [n / 10 for n in range(100)]
    assert [told for at in times if (told := steady.see([A], at))] == [(A,)]


def test_a_code_that_left_for_a_while_counts_anew() -> None:
    steady = Steady()
    steady.see([A], 0.0)
    steady.see([A], 0.1)
    steady.see([], 0.5)
    assert steady.see([A], 1.2) == ()
    assert steady.see([A], 1.3) == (A,)


def test_a_short_absence_is_no_departure() -> None:
    steady = Steady()
    steady.see([A], 0.0)
    steady.see([A], 0.1)
    assert steady.see([A], 1.0) == ()
    assert steady.see([A], 1.1) == ()


def test_a_label_that_lies_still_without_being_read_again_remains_in_view() -> None:
    steady = Steady()
    steady.see([A], 0.0)
    steady.see([A], 0.1)
    for n in range(2, 60):
        steady.remain([A], n / 10)
    assert steady.see([A], 6.0) == ()
    assert steady.see([A], 6.1) == ()
