"""`python -m claimdiff`: the command line."""

from claimdiff.cli import main

# Worker processes may import this module under another name.
if __name__ == "__main__":
    main()
