"""The second step of a login: six digits from an app (TOTP, RFC 6238), or one of ten codes kept on paper."""

from __future__ import annotations

import hmac
import secrets
from datetime import datetime

import pyotp
from sqlalchemy import Connection, delete, insert, update

from ticket_service.accounts import tries
from ticket_service.accounts.refusals import InvalidError, NotAllowedError
from ticket_service.accounts.sessions import Session, begin_session, end_session, end_sessions
from ticket_service.accounts.station_tokens import digest
from ticket_service.accounts.users import TWO_STEPS
from ticket_service.storage.account_tables import recovery_codes, sessions, users

ISSUER = "SmartWitness returns"
_SECONDS = 30
#: How many steps the clocks may be apart, either way.
_DRIFT = 1
_CODES = 10
#: No letter or digit that looks like another one.
_SIGNS = "ACDEFGHJKMNPQRTUWXY34679"
WRONG = "This code is not right, or was used already. Wait for the next one."


def offer(connection: Connection, session: Session) -> str:
    """Give the secret for a new second step; it stays with the session until it is confirmed."""
    _may_set_up(session)
    if session.offered is not None:
        return session.offered
    secret = pyotp.random_base32()
    connection.execute(update(sessions).where(sessions.c.sha256 == session.key).values(offered=secret))
    return secret


def address_of(secret: str, email: str) -> str:
    """Give what the QR code says to the app."""
    return pyotp.TOTP(secret).provisioning_uri(name=email, issuer_name=ISSUER)


def set_up(connection: Connection, session: Session, code: str, now: datetime) -> tuple[str, list[str]]:
    """Confirm the offered secret by a code of the app: gives a new session's id, and recovery codes to be shown once.

    Raises InvalidError for a wrong code.
    """
    _may_set_up(session)
    step = None if session.offered is None else _step(session.offered, code, now)
    if step is None:
        raise InvalidError({"code": "This code is not right. Check your phone's clock, then type the newest code."})
    chosen = {"totp_secret": session.offered, "totp_step": step, "rev": users.c.rev + 1}
    connection.execute(update(users).where(users.c.id == session.user.id).values(chosen))
    end_sessions(connection, session.user.id)
    return _proven(connection, session, now), new_recovery_codes(connection, session)


def refuse_early(connection: Connection, session: Session, now: datetime) -> None:
    """Refuse a code that comes before its time. Raises RefusalError."""
    tries.refuse_early(connection, [tries.code(session.user.id)], now)


def prove(connection: Connection, session: Session, code: str, now: datetime) -> str | None:
    """Take a code of the app or of the paper, each once; gives the new session's id, None when it is wrong."""
    refuse_early(connection, session, now)
    if not (_from_app(connection, session, code, now) or _from_paper(connection, session, code, now)):
        tries.failed(connection, [tries.code(session.user.id)], now)
        return None
    tries.succeeded(connection, tries.code(session.user.id))
    end_session(connection, session.key)
    return _proven(connection, session, now)


def new_recovery_codes(connection: Connection, session: Session) -> list[str]:
    """Make ten new codes and end those before; they are shown once and kept as hashes."""
    _may_set_up(session)
    user = session.user.id
    drawn = ["".join(secrets.choice(_SIGNS) for _ in range(16)) for _ in range(_CODES)]
    connection.execute(delete(recovery_codes).where(recovery_codes.c.user == user))
    connection.execute(insert(recovery_codes), [{"sha256": digest(code), "user": user} for code in drawn])
    return ["-".join(code[at : at + 4] for at in range(0, 16, 4)) for code in drawn]


def _may_set_up(session: Session) -> None:
    """Refuse a password alone to replace the second step that guards the account, and who needs none."""
    if session.user.role not in TWO_STEPS:
        raise NotAllowedError("Your account needs no second step.")
    if session.user.totp_secret is not None and not session.proven:
        raise NotAllowedError("Your account has a second step already; type its code.")


def _proven(connection: Connection, session: Session, now: datetime) -> str:
    return begin_session(connection, session.user.id, proven=True, device=session.device, now=now)


def _from_app(connection: Connection, session: Session, code: str, now: datetime) -> bool:
    secret = session.user.totp_secret
    step = None if secret is None else _step(secret, code, now)
    if step is None:
        return False
    unused = users.c.totp_step.is_(None) | (users.c.totp_step < step)
    used = update(users).where(users.c.id == session.user.id, unused).values(totp_step=step)
    return connection.execute(used).rowcount == 1


def _from_paper(connection: Connection, session: Session, code: str, now: datetime) -> bool:
    plain = "".join(sign for sign in code.upper() if sign.isalnum())
    mine = (recovery_codes.c.sha256 == digest(plain)) & (recovery_codes.c.user == session.user.id)
    used = update(recovery_codes).where(mine, recovery_codes.c.used_at.is_(None)).values(used_at=now)
    return connection.execute(used).rowcount == 1


def _step(secret: str, code: str, now: datetime) -> int | None:
    """Find the time step a code belongs to."""
    digits = code.replace(" ", "")
    current = int(now.timestamp()) // _SECONDS
    codes = pyotp.TOTP(secret)
    near = range(current - _DRIFT, current + _DRIFT + 1)
    return next(
        (step for step in near if hmac.compare_digest(codes.generate_otp(step).encode(), digits.encode())), None
    )
