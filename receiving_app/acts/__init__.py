"""What a person can do at the station, one method per act, grouped by role."""
