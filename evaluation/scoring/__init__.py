"""One module per stage: what is right, what is missed and what is false in the tool's answer."""
