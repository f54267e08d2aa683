"""Web archives at scale: WARC and WACZ files -> a row for each page that republishes.

| module | what it does |
|---|---|
| `warc.py` | the records of a WARC file, plain or packed, each with its offset; damaged ones are told of and passed over |
| `packing.py` | gzip members and zstd frames, one at a time and bounded |
| `forward.py` | what comes piece by piece, as a file to read from |
| `places.py` | archives that are files, WACZ files and addresses; single records of them that a CDX names |
| `cdx.py` | the lines of a CDX or CDXJ index |
| `response.py` | a record -> the answer of a server, unpacked |
| `rows.py` | a record -> the row for it: one pure function, whoever calls it |
| `local.py` | many archives on the processors of this machine, with a state on disk |
| `spark.py` | many archives on a cluster |
| `output.py` | rows as JSON lines or Parquet |
"""
