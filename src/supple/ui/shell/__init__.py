"""The window around the rooms: rail, banners, keys, and what it says of trouble."""
