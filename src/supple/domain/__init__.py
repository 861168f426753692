"""The facts and rules of stretching, checking and remembering; knows the standard library only."""
