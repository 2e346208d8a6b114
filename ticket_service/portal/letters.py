"""The letters about accounts, as people read them."""

from __future__ import annotations

from ticket_service.accounts.own_account import Moved, Told
from ticket_service.accounts.registration import Asked, Registration
from ticket_service.mail.outbox import Letter
from ticket_service.portal.page import PREFIX

_END = "\n\nSmartWitness support\n312-981-8774 x 3\nsupport@smartwitness.com\n"


def confirm(url: str, asked: Asked) -> Letter:
    """To somebody who registered; where they have an account already, only they learn it."""
    if asked.link is None:
        text = (
            f"Somebody, perhaps you, registered with this address. It has an account already.\n\n"
            f"Log in: {url}{PREFIX}/login\nForgot the password? {url}{PREFIX}/forgotten"
        )
        return _letter(asked.email, asked.name, "Your SmartWitness account", text)
    text = (
        "Thank you for registering. Confirm your address and choose a password here, within two days:\n\n"
        f"{url}{PREFIX}/password/{asked.link}\n\n"
        "Then our support team looks at your registration, and you get another e-mail.\n"
        "If you did not register, do nothing."
    )
    return _letter(asked.email, asked.name, "Confirm your e-mail address", text)


def approved(url: str, registration: Registration) -> Letter:
    """To a company whose account is open."""
    text = f"Your account for {registration.application.company} is open. Log in here:\n\n{url}{PREFIX}/login"
    return _to(registration, "Your SmartWitness account is open", text)


def declined(registration: Registration, reason: str) -> Letter:
    """To a company that gets no account."""
    text = (
        f"We could not open an account for {registration.application.company}:\n\n{reason}\n\n"
        "If you think this is a mistake, answer this e-mail or call us."
    )
    return _to(registration, "About your registration", text)


def reset(url: str, told: Told) -> Letter:
    """To somebody who forgot the password."""
    text = (
        f"Choose a new password here, within an hour:\n\n{url}{PREFIX}/password/{told.link}\n\n"
        "If you did not ask for this, do nothing: your password stays as it is."
    )
    return _letter(told.email, told.name, "Choose a new password", text)


def invited(url: str, told: Told) -> Letter:
    """To one of our own people."""
    text = f"You have an account for SmartWitness returns. Choose a password here, within a week:\n\n{link(url, told)}"
    return _letter(told.email, told.name, "Your account for SmartWitness returns", text)


def link(url: str, told: Told) -> str:
    """Give the address at which a person chooses a password."""
    return f"{url}{PREFIX}/password/{told.link}"


def password_changed(email: str, name: str) -> Letter:
    """To somebody whose password is another one now."""
    text = "Your password was changed, and you were logged out everywhere.\n\nIf that was not you, call us at once."
    return _letter(email, name, "Your password was changed", text)


def new_address(url: str, name: str, email: str, secret: str) -> Letter:
    """To the new address, which has to confirm itself."""
    text = f"Confirm that this is your address, within a day:\n\n{url}{PREFIX}/address/{secret}"
    return _letter(email, name, "Confirm your new e-mail address", text)


def address_asked(email: str, name: str) -> Letter:
    """To the address that may soon be the old one."""
    text = (
        "Somebody who is logged in to your account asked to use another e-mail address for it. "
        "It changes once the new address is confirmed.\n\nIf that was not you, change your password and call us."
    )
    return _letter(email, name, "Another address for your account", text)


def address_changed(moved: Moved) -> Letter:
    """To the old address."""
    text = f"Your account now uses {moved.after}.\n\nIf that was not you, call us at once."
    return _letter(moved.before, moved.name, "Your e-mail address was changed", text)


def _to(registration: Registration, subject: str, text: str) -> Letter:
    return _letter(registration.application.email, registration.application.contact, subject, text)


def _letter(to: str, name: str, subject: str, text: str) -> Letter:
    return Letter(to=to, subject=subject, text=f"Hello {name},\n\n{text}{_END}", name=name)
