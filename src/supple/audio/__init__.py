"""What is heard: cues with a meaning."""
