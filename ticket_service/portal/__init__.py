"""The pages that partners, support and the administrator see; they decide nothing."""
