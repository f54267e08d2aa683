"""Pages that hold the text of given articles, whether they say so or not."""
