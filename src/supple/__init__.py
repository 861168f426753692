"""Supple: a desktop coach for hips and low backs; this file holds the version and nothing else."""

__version__ = "0.1.0"
