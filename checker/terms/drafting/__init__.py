"""A publisher's terms page -> a draft of its rule pack, every requirement marked for review.

```
page -> sentences -> clauses -> requirements -> TOML
```

The words that make a sentence a clause are data, in `rules/drafting/`: one file a language, and one that says what each
type of requirement is called and which of its options can be read. Nothing here decides what terms mean; it finds where
they say something, for a person to compare.
"""

from checker.terms.drafting.draft import clauses_of, draft

__all__ = ["clauses_of", "draft"]
