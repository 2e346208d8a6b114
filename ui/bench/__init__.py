"""The bench: what waits, the test of what is in hand, and how it ended."""
