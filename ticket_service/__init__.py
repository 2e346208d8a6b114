"""The central ticket service: the reference implementation of the contract between station and service."""
