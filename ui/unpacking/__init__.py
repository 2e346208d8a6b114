"""The screen over an opened box."""
