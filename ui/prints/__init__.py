"""What was printed: again, as a picture, and what can be printed ahead."""
