"""What is seen: one widget or page per file."""
