"""`python -m checker` is `creditline`."""

from checker.cli.start import main

main()
