"""Tickets and the RMAs issued on them."""
