"""Number phrases and what they mean."""
