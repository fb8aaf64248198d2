"""What the pages in docs/ say is so: each example is taken from the page and tried."""
