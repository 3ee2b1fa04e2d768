"""Organization facts."""
