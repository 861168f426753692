"""What every room is built from: theme, text, buttons, sheets, sides; knows nothing of exercises or history."""
