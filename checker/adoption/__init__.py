"""Living with what is not yet well: what a configuration, a page or a baseline lets pass, and which pages are looked at."""
