"""Characters and words: spelling, tokens, particles, inflection, word classes."""
