"""The moving figure: its pictures, its stage, and its pictures in words."""
