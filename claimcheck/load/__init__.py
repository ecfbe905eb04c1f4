"""Edge: files to articles."""
