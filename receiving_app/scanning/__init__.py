"""Keystrokes, bytes and frames turned into readings."""
