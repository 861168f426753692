"""The room Today: the offer of the day, the morning after, the week."""
