"""The receiving station without its windows."""
