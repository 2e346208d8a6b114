"""Pure rules of the service: facts in, an answer out."""
