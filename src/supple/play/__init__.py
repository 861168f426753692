"""What plays a session and works in threads: Qt without a window; no widget."""
