"""Makes the sounds from notes: `python -m resources.sounds.make` writes them beside this file.

They differ in rhythm first and in pitch second, because noise and hearing loss take pitch away first.
"""

from __future__ import annotations

import math
import struct
import wave
from dataclasses import dataclass
from pathlib import Path

RATE = 44_100
LOUDEST = 0.5  # half of full scale: clear beside a forklift's beeper, not painful beside the ear
FADE_S = 0.012  # an edge without a fade clicks


@dataclass(frozen=True, slots=True)
class Note:
    """A tone that slides from one pitch to another; hertz, seconds. Silence has no pitch.

    `warmth` is the share of the second and third overtone: 0 is a pure whistle, 0.5 a horn.
    """

    seconds: float
    start_hz: float = 0.0
    end_hz: float = 0.0
    warmth: float = 0.2


def _tone(hz: float, seconds: float, warmth: float = 0.2) -> Note:
    return Note(seconds, hz, hz, warmth)


def _rest(seconds: float) -> Note:
    return Note(seconds)


EARCONS: dict[str, tuple[Note, ...]] = {
    # short-long, up a fifth: done, go on
    "accept": (_tone(784, 0.09), _tone(1175, 0.24)),
    # three short steps up and a long one: it came at the last moment, take it in first
    "priority": (
        _tone(784, 0.07),
        _rest(0.03),
        _tone(988, 0.07),
        _rest(0.03),
        _tone(1175, 0.07),
        _rest(0.03),
        _tone(1568, 0.3),
    ),
    # two long low horns, down: stop
    "reject": (_tone(311, 0.24, 0.5), _rest(0.06), _tone(220, 0.34, 0.5)),
    # three equal knocks on one pitch: wait, somebody must look
    "hold": (
        _tone(587, 0.1, 0.35),
        _rest(0.08),
        _tone(587, 0.1, 0.35),
        _rest(0.08),
        _tone(587, 0.1, 0.35),
    ),
    # one soft tick: nothing new
    "already-counted": (_tone(1568, 0.07, 0.0),),
    # a slide up like a question: say that again
    "not-understood": (Note(0.16, 440, 392), Note(0.26, 392, 880)),
}


def samples(notes: tuple[Note, ...]) -> list[int]:
    """The notes as signed 16-bit samples at `RATE`."""
    return [value for note in notes for value in _note_samples(note)]


def _note_samples(note: Note) -> list[int]:
    count = round(note.seconds * RATE)
    values: list[int] = []
    phase = 0.0
    for index in range(count):
        hz = note.start_hz + (note.end_hz - note.start_hz) * index / count
        phase += 2 * math.pi * hz / RATE
        wave_form = math.sin(phase) + note.warmth * (math.sin(2 * phase) + math.sin(3 * phase) / 2)
        fade = min(1.0, index / (FADE_S * RATE), (count - index) / (FADE_S * RATE))
        values.append(round(32_767 * LOUDEST * fade * wave_form / (1 + 1.5 * note.warmth)))
    return values


def write(folder: Path) -> list[Path]:
    """Write one WAV (mono, 16 bit) an earcon into the folder and say which."""
    written = []
    for name, notes in EARCONS.items():
        target = folder / f"{name}.wav"
        values = samples(notes)
        with wave.open(str(target), "wb") as file:
            file.setnchannels(1)
            file.setsampwidth(2)
            file.setframerate(RATE)
            file.writeframes(struct.pack(f"<{len(values)}h", *values))
        written.append(target)
    return written


if __name__ == "__main__":
    write(Path(__file__).parent)
