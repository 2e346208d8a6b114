"""How the properties of the domain are searched."""

from __future__ import annotations

from hypothesis import settings

# No deadline for one example: a busy machine must not turn a right answer into a failure.
settings.register_profile("domain", deadline=None, max_examples=60)
settings.load_profile("domain")
