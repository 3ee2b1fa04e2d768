"""Rules over word classes, and how they are matched."""
