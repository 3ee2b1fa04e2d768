"""`python -m waqai`."""

from waqai.cli.app import main

if __name__ == "__main__":
    main()
