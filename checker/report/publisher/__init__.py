"""The publisher's report: the figures over many pages, written as JSON, CSV, Parquet or Markdown."""
