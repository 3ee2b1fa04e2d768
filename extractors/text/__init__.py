"""Characters and words: spelling, tokens, clitics, inflection, word classes."""
