"""What the program does for a person, in terms of the domain; knows no Qt and no database."""
