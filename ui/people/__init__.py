"""Who works at the station: signing in, the locked screen, and approving at a worker's screen."""
