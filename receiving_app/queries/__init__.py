"""Read-only questions to the station's memory, answered with frozen values."""
