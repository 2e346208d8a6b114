"""Who works at the station."""

from __future__ import annotations

from receiving_app.acts.outcome import Answer, Detail, Outcome, SignedIn
from receiving_app.acts.station import Act
from receiving_app.domain.events import PersonSignedIn, Subject
from receiving_app.domain.roles import Actor, ActorKind, Role
from receiving_app.storage import service_data


def sign_in_by_badge(act: Act, badge_sha256: str) -> Outcome:
    """Let the person with a badge take over the station; the open package stays open."""
    person = service_data.person_with_badge(act.connection, badge_sha256)
    if person is None or not person.roles:
        return Outcome(Answer.REFUSED, detail=Detail.UNKNOWN_BADGE)
    role = max(person.roles, key=list(Role).index)
    act.write(PersonSignedIn(person.id, role), Subject())
    actor = Actor(ActorKind.PERSON, person.id, role, "badge")
    return Outcome(Answer.DONE, detail=Detail.SIGNED_IN, signed_in=SignedIn(actor, person.name))
