"""What is compiled and kept. Nothing of Arabic."""
