"""Labels drawn bar by bar on whole printer dots."""
