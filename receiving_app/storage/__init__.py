"""The station's own memory: one SQLite file, and photos named by their hash."""
