"""The picture studio: poses as data in, transparent pictures of a clothed figure out; never imported by the app."""
