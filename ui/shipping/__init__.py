"""The shipping screen: what may leave, what lies on the packing table, and what the driver takes."""
