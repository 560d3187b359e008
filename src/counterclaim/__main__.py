"""``python -m counterclaim`` in, the command line out."""

from counterclaim.cli import main

if __name__ == "__main__":
    main()
