"""Tables of words and places; README.md says where each is from and under what licence."""

from pathlib import Path

#: The folder of the tables.
DATA = Path(__file__).parent
