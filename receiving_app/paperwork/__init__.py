"""What is to be printed follows from the journal: no act has to think of paper."""
