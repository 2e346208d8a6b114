"""What stations report: checked, kept, and turned into the state of packages, items and RMAs."""
