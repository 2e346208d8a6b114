"""What the site decides for itself: its policy, its product models and their tests; every version is kept."""
