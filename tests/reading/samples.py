"""Small files of every format, made by hand so that each byte is known."""

from __future__ import annotations

import gzip
from io import BytesIO

ARTICLE = (
    "The two delegations met in Geneva and agreed to extend the truce by two weeks. "
    "The envoy said that a list of detainees would be exchanged before the weekend.\n"
    "A spokeswoman for the northern command rejected the demand that its heavy weapons leave the valley first."
)

PAGE = f"""<!doctype html><html lang="en"><head><meta charset="utf-8">
<title>Truce in the valley extended</title>
<meta property="og:site_name" content="The Valley Post">
<meta property="og:title" content="Truce in the valley extended">
<meta property="article:published_time" content="2024-06-03T09:15:00+02:00"></head>
<body><nav><a href="/">Home</a></nav><article><h1>Truce in the valley extended</h1>
{"".join(f"<p>{line}</p>" for line in ARTICLE.splitlines())}</article></body></html>"""


def pdf(*pages: list[str], encrypt: bool = False) -> bytes:
    """A PDF with a page for each list of lines; a page without lines has no text layer."""
    objects = [b"<< /Type /Catalog /Pages 2 0 R >>"]
    kids = " ".join(f"{4 + 2 * i} 0 R" for i in range(len(pages)))
    objects.append(f"<< /Type /Pages /Kids [{kids}] /Count {len(pages)} >>".encode())
    objects.append(b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>")
    for i, lines in enumerate(pages):
        shown = "".join(f"({line}) Tj T* " for line in lines)
        content = f"BT /F1 11 Tf 14 TL 40 780 Td {shown}ET".encode() if lines else b"0 0 100 100 re f"
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 842] /Contents {5 + 2 * i} 0 R "
            "/Resources << /Font << /F1 3 0 R >> >> >>".encode()
        )
        objects.append(b"<< /Length %d >> stream\n%s\nendstream" % (len(content), content))
    out = bytearray(b"%PDF-1.4\n")
    places = []
    for number, body in enumerate(objects, start=1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    out += b"".join(b"%010d 00000 n \n" % place for place in places)
    lock = b""
    if encrypt:
        key = b"<" + b"41" * 32 + b">"
        lock = b" /Encrypt << /Filter /Standard /V 1 /R 2 /O %s /U %s /P -44 >> /ID [<31> <31>]" % (key, key)
    out += b"trailer << /Size %d /Root 1 0 R%s >>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, lock, start)
    return bytes(out)


def rss(*items: str, tail: str = "</channel></rss>") -> bytes:
    head = '<?xml version="1.0" encoding="utf-8"?><rss version="2.0"><channel><title>Valley Wire</title>'
    return (head + "".join(f"<item>{item}</item>" for item in items) + tail).encode()


def warc(*records: tuple[str, bytes, str], packed: bool = False) -> bytes:
    """A WARC of HTTP answers: (address, body, content type) each."""
    from warcio.statusandheaders import StatusAndHeaders
    from warcio.warcwriter import WARCWriter

    out = BytesIO()
    writer = WARCWriter(out, gzip=packed)
    for url, body, content_type in records:
        headers = StatusAndHeaders("200 OK", [("Content-Type", content_type)], protocol="HTTP/1.1")
        dated = {"WARC-Date": "2024-06-03T10:00:00Z"}
        writer.write_record(
            writer.create_warc_record(url, "response", BytesIO(body), http_headers=headers, warc_headers_dict=dated)
        )
    return out.getvalue()


def packed(data: bytes) -> bytes:
    return gzip.compress(data, mtime=0)
