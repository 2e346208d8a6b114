"""Five short sounds that a worker tells apart without looking."""
