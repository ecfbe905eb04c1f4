"""Edge: a report to text in one format. Nothing here decides; it only shows."""
