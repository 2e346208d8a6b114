"""The contract's routes: what stations call."""
