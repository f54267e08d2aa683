"""Archives for tests, written by hand: what is wrong with a record has to be written so."""

import gzip
import io
import json
import zipfile

LINK = '<a href="https://news.example/2024/river">Example News</a>'
TEXT = "<p>The river rose by two metres in the night, and by the morning the market had moved to the hill behind the old mill.</p>"
COPY = f"<html><head><title>The river</title></head><body><h1>The river</h1>{TEXT}<p>Originally published on {LINK}.</p></body></html>"
OWN = f"<html><head><title>The hill</title></head><body><h1>The hill</h1>{TEXT}</body></html>"


def response(content=COPY, *, status="200 OK", kind="text/html", headers=(), url="https://host.example/post"):
    """A response record's block, and the address it is from."""
    body = content if isinstance(content, bytes) else content.encode()
    lines = [f"HTTP/1.1 {status}", f"Content-Type: {kind}", *headers]
    return url, "\r\n".join(lines).encode() + b"\r\n\r\n" + body


def record(block, *, url="https://host.example/post", kind="response", length=None, fields=()):
    """The bytes of a record."""
    lines = [
        "WARC/1.0",
        f"WARC-Type: {kind}",
        f"WARC-Target-URI: {url}",
        "WARC-Date: 2024-05-01T10:00:00Z",
        "Content-Type: application/http; msgtype=response",
        f"Content-Length: {len(block) if length is None else length}",
        *fields,
    ]
    return "\r\n".join(lines).encode() + b"\r\n\r\n" + block + b"\r\n\r\n"


def page(content=COPY, **how):
    """A record with a page."""
    url, block = response(content, **how)
    return record(block, url=url)


def plain(*records):
    return b"".join(records)


def packed(*records):
    return b"".join(gzip.compress(each) for each in records)


def wacz(**archives):
    """A WACZ file with some archives and their index."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as out:
        for name, content in archives.items():
            out.writestr(f"archive/{name}.warc.gz", content)
        out.writestr("datapackage.json", json.dumps({"profile": "data-package"}))
    return file.getvalue()
