"""Who may speak to the service, and how that is proven."""
