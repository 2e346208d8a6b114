"""What the warehouse means by a return: pure values and rules, without clock or input and output."""
