"""``python -m workshop_kit`` is ``workshop-kit``."""

from workshop_kit.cli import main

if __name__ == "__main__":
    main()
