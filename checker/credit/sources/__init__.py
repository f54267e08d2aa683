"""Changing a page's source: where in it something may stand, and how it is put there with every other byte as it was."""
