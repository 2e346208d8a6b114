"""Codes and facts turned into sentences for people."""
