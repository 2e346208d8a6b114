"""The desk: finding anything by a part of its number, and what is still to arrive."""
