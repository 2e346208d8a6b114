"""Documents as values, and the one way to paint them: bar by bar on whole printer dots."""
