"""`python -m claimcheck`, for where the command itself is not on the path."""

from claimcheck.cli.main import main

if __name__ == "__main__":
    main()
