"""What a browser says of itself, in the words of the person who sits at it."""

from __future__ import annotations

#: The first that is named counts: most browsers name their ancestors, too.
_BROWSERS = (("Edg", "Edge"), ("OPR", "Opera"), ("Firefox", "Firefox"), ("Chrome", "Chrome"), ("Safari", "Safari"))
_SYSTEMS = (
    ("iPhone", "iPhone"),
    ("iPad", "iPad"),
    ("Android", "Android"),
    ("Windows", "Windows"),
    ("Mac OS", "Mac"),
    ("Linux", "Linux"),
)


def device_of(user_agent: str) -> str:
    """Name browser and system, such as "Firefox on Windows"; what nobody knows is shown as it is."""
    browser = next((word for sign, word in _BROWSERS if sign in user_agent), None)
    system = next((word for sign, word in _SYSTEMS if sign in user_agent), None)
    if browser is None or system is None:
        return user_agent[:60] or "Unknown browser"
    return f"{browser} on {system}"
