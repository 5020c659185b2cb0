"""Tables for the analyst: columns and rows, the files they stand in, and what groups of documents differ in."""
