"""What a run saw, in a WARC file (ISO 28500), so that its verdicts can be judged again without the network.

| module | what it does |
|---|---|
| `records.py` | which record stands for what, and its digests |
| `recording.py` | writes them: `Recording` |
| `keeping.py` | reads them: `Kept` |
"""
