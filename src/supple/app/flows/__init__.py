"""One way through the program a file: what follows when something is pressed."""
