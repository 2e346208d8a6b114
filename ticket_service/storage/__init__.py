"""What the service keeps, and how it is kept: one code on both engines."""
