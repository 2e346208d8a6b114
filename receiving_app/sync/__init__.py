"""The ticket service as the station sees it."""
