"""The history's tables, one file a kind of record: its columns, its rows, what is written and what is read."""
