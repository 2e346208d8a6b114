"""The dock worker's screen."""
