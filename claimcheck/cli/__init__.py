"""Edge: the commands. Each parses options, calls the API once, and writes what a report format made."""
