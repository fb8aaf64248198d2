"""A session becomes a neutral report; one file per format."""
