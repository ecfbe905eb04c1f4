"""Edge: rules.yaml and the shipped tables to frozen values."""
