"""Pages, PDFs, feeds and archives."""

from __future__ import annotations

import hashlib

import pytest
from tests.reading.samples import ARTICLE, PAGE, packed, pdf, rss, warc

from ceasefire.reading import Document, Unread, read

WIDE = "The delegations agreed on Tuesday to extend the truce in the valley by two weeks, and to"
LINES = ["Truce extended", WIDE, "exchange lists of detainees.", WIDE, "meet again."]


def test_a_page_gives_its_article_with_the_title_publisher_and_time_that_it_declares(document):
    item = document("a.html", PAGE)
    assert ARTICLE in item.text
    assert "Home" not in item.text
    assert (item.title, item.publisher) == ("Truce in the valley extended", "The Valley Post")
    assert (item.published.edtf, item.published.found_in) == ("2024-06-03T09:15:00+02:00", "metadata")


def test_a_page_without_a_date_is_undated_on_any_day(document):
    page = PAGE.replace('<meta property="article:published_time" content="2024-06-03T09:15:00+02:00">', "")
    assert not document("a.html", page).published.known
    assert not document("b.html", page.replace("</article>", "<footer>© 2023 Post</footer></article>")).published.known


def test_a_page_says_a_month_and_no_day_is_added(document):
    page = PAGE.replace("2024-06-03T09:15:00+02:00", "June 2024")
    assert document("a.html", page).published.edtf == "2024-06"


def test_a_date_in_linked_data_is_found(document):
    page = PAGE.replace("article:published_time", "x").replace(
        "</head>", '<script type="application/ld+json">{"@graph":[{"datePublished":"2024-06-03"}]}</script></head>'
    )
    assert document("a.html", page).published.edtf == "2024-06-03"


@pytest.mark.parametrize(
    ("first", "edtf", "found_in"), [("", "2024-06-04", "address"), ("GENEVA, 3 June 2024 - ", "2024-06-03", "dateline")]
)
def test_an_address_dates_a_page_that_says_nothing_else(save, first, edtf, found_in):
    page = (
        PAGE.replace("article:published_time", "x")
        .replace("2024-06-03T09:15:00+02:00", "")
        .replace("<p>", f"<p>{first}", 1)
    )
    data = warc(("https://post.example/2024/06/04/truce", page.encode(), "text/html"))
    (item,) = read([save("a.warc", data)])
    assert isinstance(item, Document)
    assert (item.published.edtf, item.published.found_in) == (edtf, found_in)


def test_a_passage_that_a_page_repeats_is_kept_and_marked(document):
    item = document("a.html", PAGE.replace("</article>", f"<p>{ARTICLE.splitlines()[0]}</p></article>"))
    assert item.text.count(ARTICLE.splitlines()[0]) == 2
    assert len(item.repeats) == 1


def test_broken_markup_is_read_as_far_as_it_goes(document):
    broken = PAGE.replace("</p>", "").replace("</article></body></html>", "<div><p <b>And the guns are silent")
    assert ARTICLE.splitlines()[1] in document("a.html", broken).text
    assert "envoy" in document("b.html", "<html><body><p>The envoy said that the talks").text


def test_a_page_without_text_says_so(unread):
    assert unread("a.html", "<html><head><script>run()</script></head><body></body></html>").reason == "no-text"


def test_the_lines_of_a_pdf_are_joined_to_paragraphs(document):
    item = document("a.pdf", pdf(LINES))
    assert item.text.split("\n") == ["Truce extended", f"{WIDE} exchange lists of detainees.", f"{WIDE} meet again."]
    assert item.title == "Truce extended"


def test_a_pdf_of_pictures_has_no_text_layer(unread):
    assert unread("a.pdf", pdf([], [])).reason == "no-text-layer"


def test_pages_without_a_text_layer_are_named(document):
    assert document("a.pdf", pdf(LINES, [], LINES)).notes == ("without text layer, and so not read: page 2",)


@pytest.mark.parametrize(
    ("data", "reason", "word"),
    [
        (pdf(LINES, encrypt=True), "unreadable", "password"),
        (pdf(LINES)[:200], "invalid", "damaged"),
        (b"%PDF-1.7\n" + bytes(range(256)) * 4, "invalid", "damaged"),
    ],
)
def test_a_locked_or_damaged_pdf_says_which(unread, data, reason, word):
    item = unread("a.pdf", data)
    assert item.reason == reason
    assert word in item.detail


def test_a_feed_gives_a_document_an_entry(save):
    entry = (
        "<title>Truce &amp; talks</title><link>https://wire.example/1</link>"
        "<pubDate>Mon, 03 Jun 2024 10:00:00 GMT</pubDate>"
        f"<description>&lt;p&gt;{ARTICLE.splitlines()[0]}&lt;/p&gt;&lt;p&gt;The talks go on.&lt;/p&gt;</description>"
    )
    path = save("a.xml", rss(entry, "<title>Only a title</title><link>https://wire.example/2</link>"))
    first, second = read([path])
    assert isinstance(first, Document)
    assert first.text == f"{ARTICLE.splitlines()[0]}\nThe talks go on."
    assert (first.title, first.publisher, first.url) == ("Truce & talks", "Valley Wire", "https://wire.example/1")
    assert (first.published.edtf, first.origin) == ("2024-06-03T10:00:00Z", f"{path}#1")
    assert isinstance(second, Unread)
    assert (second.reason, second.origin) == ("no-text", f"{path}#2")
    assert "https://wire.example/2" in second.detail


def test_an_atom_entry_gives_its_fullest_text(document):
    item = document(
        "feed",
        '<feed xmlns="http://www.w3.org/2005/Atom"><title>Wire</title><entry><title>T</title>'
        f"<updated>2024-06-03T10:00:00Z</updated><summary>Short.</summary>"
        f'<content type="html">&lt;p&gt;{ARTICLE}&lt;/p&gt;</content></entry></feed>',
    )
    assert item.text.startswith("The two delegations")
    assert item.published.edtf == "2024-06-03T10:00:00Z"


def test_a_feed_that_breaks_off_gives_its_entries_and_says_so(save):
    whole = f"<title>Truce</title><description>{ARTICLE}</description>"
    items = list(read([save("a.xml", rss(whole, tail="<item><title>Lost &lt; <desc"))]))
    assert isinstance(items[0], Document)
    assert isinstance(items[-1], Unread)
    assert (items[-1].reason, "broken" in items[-1].detail) == ("invalid", True)


@pytest.mark.parametrize("zipped", [False, True])
def test_an_archive_gives_its_pages_and_counts_the_rest(save, zipped):
    data = warc(
        ("https://post.example/1", PAGE.encode(), "text/html; charset=utf-8"),
        ("https://post.example/x.png", b"\x89PNG\r\n", "image/png"),
        ("https://post.example/2", ARTICLE.encode(), "text/plain"),
        packed=zipped,
    )
    path = save("a.warc.gz" if zipped else "a.warc", data)
    page, text, rest = read([path])
    assert isinstance(page, Document)
    assert (page.url, page.origin) == ("https://post.example/1", f"{path}#1")
    assert page.sha256 == hashlib.sha256(PAGE.encode()).hexdigest()
    assert isinstance(text, Document)
    assert text.text == ARTICLE
    assert isinstance(rest, Unread)
    assert (rest.reason, "1 image/png" in rest.detail) == ("unsupported-format", True)


def test_an_archive_of_bookkeeping_alone_is_empty(unread):
    about = b"WARC/1.0\r\nWARC-Type: warcinfo\r\nContent-Length: 4\r\n\r\na: b\r\n\r\n"
    assert unread("a.warc", about).reason == "empty"


def test_records_that_end_elsewhere_than_they_say_are_told_and_not_written_to_the_terminal(save, capfd):
    headers = ("WARC/1.0", "WARC-Type: resource", "WARC-Target-URI: x:{0}", "Content-Length: {1}")
    record = "\r\n".join([*headers, "Content-Type: text/plain", "", "{2}", "", ""])
    first, second = ARTICLE, ARTICLE.replace("Geneva", "Lisbon")
    data = record.format(1, len(first) - 9, first) + record.format(2, len(second), second)
    one, other, told = read([save("a.warc", data)])
    assert isinstance(one, Document)
    assert isinstance(other, Document)
    assert (told.reason, "1 records" in told.detail) == ("invalid", True)
    assert capfd.readouterr() == ("", "")


@pytest.mark.parametrize("zipped", [False, True])
def test_an_archive_that_breaks_off_gives_what_came_before(save, zipped):
    one = ("https://post.example/1", PAGE.encode(), "text/html")
    two = ("https://post.example/2", PAGE.replace("valley", "plain").encode(), "text/html")
    data = warc(one, two, packed=zipped)
    first, *rest = read([save("a.warc", data[: len(data) - 150])])
    assert isinstance(first, Document)
    assert [item.reason for item in rest] == ["invalid"]


def test_a_packed_text_is_unpacked_and_a_truncated_one_refused(document, unread):
    assert document("a.txt.gz", packed(ARTICLE.encode())).text == ARTICLE
    item = unread("b.txt.gz", packed(ARTICLE.encode())[:-9])
    assert (item.reason, "breaks off" in item.detail) == ("invalid", True)
