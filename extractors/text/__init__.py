"""Arabic text made ready for extraction: spelling, tokens, word classes, numbers, rules over them."""
