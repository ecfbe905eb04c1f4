"""Words, tokens and lemmas of English: pure helpers that several stages lean on."""
