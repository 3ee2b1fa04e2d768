"""Quote facts."""
