"""What the desktop is asked for without a window: staying awake, media keys, portals, signals; no widget."""
