"""Stage: groups to findings. One file per check; registry.py finds them."""
