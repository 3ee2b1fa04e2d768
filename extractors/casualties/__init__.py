"""Casualty facts."""
