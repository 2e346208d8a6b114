"""Threads, filters and devices on Qt's side; never a widget."""
