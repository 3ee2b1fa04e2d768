"""Date facts."""
