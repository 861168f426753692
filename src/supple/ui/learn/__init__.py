"""The room Learn: short lessons."""
