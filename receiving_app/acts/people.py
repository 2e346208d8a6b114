"""Who works at the station: signing in and out, locking, and a supervisor's approval at a worker's screen."""

from __future__ import annotations

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

from receiving_app.acts.outcome import Answer, Detail, Outcome, SignedIn
from receiving_app.acts.people_outcome import Claim, Named, Refusal, Refused, Session
from receiving_app.acts.recording import record
from receiving_app.acts.station import Act, Station
from receiving_app.domain.events import PersonSignedIn, PersonSignedOut, PinFailed, ScreenLocked, Subject
from receiving_app.domain.label_reading import interpret
from receiving_app.domain.reading import Reading
from receiving_app.domain.roles import Actor, ActorKind, Known, Right, Role, approving, may
from receiving_app.domain.sign_in import Failures, is_pin, wait_left
from receiving_app.storage import service_data, sign_ins
from receiving_app.storage.service_data import Person
from receiving_app.storage.sign_ins import SignIn

_WITH_PIN = frozenset({Known.BADGE_AND_PIN, Known.NAME_AND_PIN})


class People:
    """The acts of people at one station; `operator` works here while nobody has signed in."""

    def __init__(self, station: Station, operator: Actor) -> None:
        self._station = station
        self._operator = operator

    def at_start(self) -> Session:
        """Take up what the last run left: whoever was signed in shows the badge again."""
        with self._station.store.transaction() as connection:
            signed_in = sign_ins.current(connection)
            person = service_data.person(connection, signed_in.person) if signed_in else None
            if signed_in is None or person is None or not person.active:
                sign_ins.end(connection)
                return self.unattended()
            actor = Actor(ActorKind.PERSON, person.id, signed_in.role, signed_in.how)
            return Session(actor, person.name, locked=True)

    def unattended(self) -> Session:
        """Give the session while nobody is signed in."""
        return Session(self._operator, self._name(self._operator.person or ""))

    def _name(self, person_id: str) -> str:
        """Give a person's name as soon as the ticket service told it."""
        with self._station.store.reading() as connection:
            person = service_data.person(connection, person_id) if person_id else None
        return person.name if person else person_id

    def lock(self, session: Session) -> Session:
        """Lock the screen of whoever is signed in; the open package stays open."""
        if not session.signed_in or session.locked:
            return session
        with self._station.act_of(session.person) as act:
            act.write(ScreenLocked(session.person.person or ""), Subject())
        return Session(session.person, session.name, locked=True)

    def sign_out(self, session: Session) -> Session:
        """End the session; the open package stays open."""
        with self._station.act_of(session.actor) as act:
            sign_out(act)
        return self.unattended()

    def who_may(self, right: Right | None = None, worker: Actor | None = None) -> tuple[Named, ...]:
        """Give the people who have a PIN, and the right that is asked for; never the worker."""
        with self._station.store.reading() as connection:
            people = service_data.active_people(connection)
        return tuple(
            Named(person.id, person.name)
            for person in people
            if person.pin_argon2 and person.roles and not (worker and person.id == worker.person)
            if right is None or may(_known(person, Known.NAME_AND_PIN), right)
        )

    def whose_badge(self, reading: Reading, actor: Actor) -> Named | Refused:
        """Record a badge that was shown to approve something, and say whose it is; nobody is signed in by it."""
        record(self._station, [reading], actor)
        with self._station.store.reading() as connection:
            badge = interpret(reading, service_data.current_policy(connection).number_format).badge
            person = service_data.person_with_badge(connection, badge) if badge else None
        if person is None or not person.roles:
            return Refused(Refusal.UNKNOWN_PERSON)
        return Named(person.id, person.name)

    def sign_in(self, claim: Claim, pin: str, session: Session) -> SignedIn | Refused:
        """Let a person take over the station who proves a claim with the PIN; takes as long as argon2id does."""
        person = self._proven(claim, pin, session.actor)
        if isinstance(person, Refused):
            return person
        actor = _known(person, claim.how)
        with self._station.act_of(actor) as act:
            sign_ins.keep_failures(act.connection, person.id, Failures())
            return _begin(act, person, actor)

    def approve(self, right: Right, claim: Claim, pin: str, worker: Actor) -> Actor | Refused:
        """Give the actor for one act that a person with the right approves; the worker stays signed in."""
        # Persons are compared, not badges: a second badge makes no second pair of eyes.
        if claim.person == worker.person:
            return Refused(Refusal.OWN_WORK)
        person = self._proven(claim, pin, worker)
        if isinstance(person, Refused):
            return person
        actor = approving(person.id, _role(person), worker)
        if not (may(actor, right) and may(actor, Right.APPROVE)):
            return Refused(Refusal.ROLE)
        with self._station.store.transaction() as connection:
            sign_ins.keep_failures(connection, person.id, Failures())
        return actor

    def _proven(self, claim: Claim, pin: str, actor: Actor) -> Person | Refused:
        if not is_pin(pin):
            return Refused(Refusal.NOT_A_PIN)
        now = self._station.clock.now()
        with self._station.store.transaction() as connection:
            person = service_data.person(connection, claim.person)
            if person is None or not person.active or not person.roles:
                return Refused(Refusal.UNKNOWN_PERSON)
            if person.pin_argon2 is None:
                return Refused(Refusal.NO_PIN)
            failures = sign_ins.failures(connection, person.id)
            wait = wait_left(failures, now)
            if wait:
                return Refused(Refusal.WAIT, wait)
            # Counted before it is looked at: pulling the plug wins no further try.
            failures = failures.and_one_more(now)
            sign_ins.keep_failures(connection, person.id, failures)
        try:
            PasswordHasher().verify(person.pin_argon2, pin)
        except InvalidHashError:
            return Refused(Refusal.NO_PIN)
        except VerificationError:
            with self._station.act_of(actor) as act:
                act.write(PinFailed(person.id), Subject())
            return Refused(Refusal.WRONG_PIN, wait_left(failures, now))
        return person


def sign_in_by_badge(act: Act, badge_sha256: str) -> Outcome:
    """Let the person with a badge take over the station; the open package stays open."""
    person = service_data.person_with_badge(act.connection, badge_sha256)
    if person is None or not person.roles:
        return Outcome(Answer.REFUSED, detail=Detail.UNKNOWN_BADGE)
    before = act.stamp.actor
    # Whoever has typed a PIN and shows the badge once more is no less known than before.
    stays = before.person == person.id and before.how in _WITH_PIN
    signed_in = _begin(act, person, before if stays else _known(person, Known.BADGE))
    return Outcome(Answer.DONE, detail=Detail.SIGNED_IN, signed_in=signed_in)


def sign_out(act: Act) -> Outcome:
    """End the session of whoever is signed in."""
    signed_in = sign_ins.current(act.connection)
    if signed_in is None:
        return Outcome(Answer.REFUSED, detail=Detail.NOBODY_SIGNED_IN)
    sign_ins.end(act.connection)
    act.write(PersonSignedOut(signed_in.person), Subject())
    return Outcome(Answer.DONE, detail=Detail.SIGNED_OUT)


def _begin(act: Act, person: Person, actor: Actor) -> SignedIn:
    role = _role(person)
    act.write(PersonSignedIn(person.id, role), Subject())
    sign_ins.begin(act.connection, SignIn(person.id, role, actor.how))
    return SignedIn(actor, person.name)


def _known(person: Person, how: Known) -> Actor:
    return Actor(ActorKind.PERSON, person.id, _role(person), how)


def _role(person: Person) -> Role:
    return max(person.roles, key=list(Role).index)
