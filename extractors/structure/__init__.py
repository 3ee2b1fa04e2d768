"""What sentences and texts are made of, once for all fact kinds: marks, clauses, people and bodies, who speaks."""
