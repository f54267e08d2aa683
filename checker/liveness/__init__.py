"""What the network tells of a page: whether it was had at all, where its links back lead, and whether it tells search engines one thing.

All of it is judged from answers that others fetched: nothing here asks the network.
"""
