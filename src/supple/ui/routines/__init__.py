"""The room Routines: all routines and the page of each."""
