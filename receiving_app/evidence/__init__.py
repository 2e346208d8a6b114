"""A case as papers and files that a partner can be shown: what was decided, why, and the proof of it."""
