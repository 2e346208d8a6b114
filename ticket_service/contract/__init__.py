"""The forms in which stations and service speak to each other."""
