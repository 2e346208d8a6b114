"""What partners hear: the updates of their tickets, and the letters that tell them."""
