"""Letters that are due are handed to the mail server, in rounds."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime

from sqlalchemy import Engine

from ticket_service.mail.claims import Answered, Claimed, about_to_hand_over, claim, give_back, settle, take_over
from ticket_service.mail.line import Line, TroubleError
from ticket_service.mail.message import UnsendableError, enveloped
from ticket_service.mail.outbox import State
from ticket_service.mail.server import MailServer


@dataclass(frozen=True, slots=True)
class Round:
    """What became of a round's letters; `trouble` says why the server took none, empty where it did."""

    became: Mapping[State, int]
    trouble: str = ""


@dataclass
class Mailer:
    """Hands letters over; any number may run at once, in one process or in many, on one database."""

    engine: Engine
    server: MailServer
    url: str
    clock: Callable[[], datetime]
    #: What the server said of letters while the database could not be told.
    unsaved: list[tuple[Claimed, Answered]] = field(default_factory=list)

    def send_due(self) -> Round:
        """Send everything that is due. Raises what the database does; nothing is lost or doubled by that."""
        self._save()
        take_over(self.engine, self.clock())
        became: Counter[State] = Counter()
        line = Line(self.server)
        try:
            while handful := claim(self.engine, self.clock()):
                for place, claimed in enumerate(handful):
                    try:
                        answered = self._hand_over(line, claimed)
                    except TroubleError as trouble:
                        give_back(self.engine, handful[place:], self.clock(), str(trouble))
                        return Round(became, str(trouble))
                    if answered is not None:
                        became[answered.state] += 1
                        self.unsaved.append((claimed, answered))
                        self._save()
        finally:
            line.hang_up()
        return Round(became)

    def _hand_over(self, line: Line, claimed: Claimed) -> Answered | None:
        try:
            envelope = enveloped(claimed.letter, self.server.sender, self.url)
        except UnsendableError as error:
            return Answered(State.FAILED, str(error))
        return line.hand_over(envelope, lambda: about_to_hand_over(self.engine, claimed, self.clock()))

    def _save(self) -> None:
        """Write down what the server said, also what could not be written before."""
        while self.unsaved:
            settle(self.engine, *self.unsaved[0], self.clock())
            del self.unsaved[0]
