"""Fetching what the user named by its address, within limits, and nothing private."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from dataclasses import replace
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from ipaddress import ip_address

import httpx
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.reading.samples import ARTICLE, PAGE

from ceasefire.reading import Document, Unread, read
from ceasefire.reading.addresses import is_public
from ceasefire.reading.fetch import Network, fetch
from ceasefire.reading.kept import Refused
from ceasefire.settings import ReadingLimits

HOME = ReadingLimits(allow_private=True, fetch_seconds=5)
PUBLIC = "93.184.216.34"


class Pages(BaseHTTPRequestHandler):
    """A server with a page for each way in which fetching can go."""

    def do_GET(self) -> None:
        getattr(self, f"give_{self.path.strip('/').split('?')[0]}", self.give_missing)()

    def answer(self, body: bytes, content_type: str = "text/html; charset=utf-8", **headers: str) -> None:
        self.send_response(200)
        self.send_header("Content-Type", content_type)
        for name, value in headers.items():
            self.send_header(name.replace("_", "-"), value)
        self.end_headers()
        self.wfile.write(body)

    def redirect(self, place: str) -> None:
        self.send_response(302)
        self.send_header("Location", place)
        self.end_headers()

    def give_page(self) -> None:
        self.answer(PAGE.encode())

    def give_text(self) -> None:
        self.answer(f"{ARTICLE} “So be it.”".encode("cp1252"), "text/plain; charset=windows-1252")

    def give_host(self) -> None:
        self.answer(f"{ARTICLE} {self.headers['Host']} was asked for.".encode(), "text/plain")

    def give_moved(self) -> None:
        self.redirect("/page")

    def give_round(self) -> None:
        self.redirect("/round")

    def give_file(self) -> None:
        self.redirect("file:///etc/passwd")

    def give_large(self) -> None:
        self.answer(b"x" * 200_000, Content_Length="200000")

    def give_endless(self) -> None:
        self.answer(b"The talks go on. " * 20_000)

    def give_silent(self) -> None:
        time.sleep(1.5)

    def give_drip(self) -> None:
        self.answer(b"")
        for _ in range(15):
            self.wfile.write(b"drop ")
            self.wfile.flush()
            time.sleep(0.1)

    def give_missing(self) -> None:
        self.send_error(404)

    def log_message(self, *_: object) -> None:
        pass


class QuietServer(ThreadingHTTPServer):
    """Clients that hang up are what is tested, and no news."""

    def handle_error(self, *_: object) -> None:
        pass


@pytest.fixture(scope="module")
def home() -> Iterator[str]:
    server = QuietServer(("127.0.0.1", 0), Pages)
    threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_address[1]}"
    server.shutdown()
    server.server_close()


def refusal(address: str, limits: ReadingLimits = HOME) -> Unread:
    (item,) = read([address], limits)
    assert isinstance(item, Unread), item
    return item


def test_a_page_is_fetched_and_known_by_its_bytes(home):
    (item,) = read([f"{home}/page"], HOME)
    assert isinstance(item, Document)
    assert (item.origin, item.url, item.title) == (f"{home}/page", f"{home}/page", "Truce in the valley extended")


def test_the_charset_of_the_answer_is_believed(home):
    (item,) = read([f"{home}/text"], HOME)
    assert isinstance(item, Document)
    assert item.text.endswith("“So be it.”")


def test_a_redirect_is_followed_to_its_end(home):
    (item,) = read([f"{home}/moved"], HOME)
    assert isinstance(item, Document)
    assert (item.origin, item.url) == (f"{home}/moved", f"{home}/page")


def test_redirects_without_end_are_given_up(home):
    item = refusal(f"{home}/round")
    assert item.reason == "unreachable"
    assert "5 times" in item.detail


def test_a_redirect_to_a_file_is_refused(home):
    assert refusal(f"{home}/file").reason == "refused-address"


@pytest.mark.parametrize("page", ["large", "endless"])
def test_a_page_that_is_too_large_is_given_up_early(home, page):
    assert refusal(f"{home}/{page}", replace(HOME, largest_page=100_000)).reason == "too-large"


@pytest.mark.parametrize("page", ["silent", "drip"])
def test_a_server_that_does_not_come_to_an_end_is_left_when_the_time_is_over(home, page):
    began = time.monotonic()
    item = refusal(f"{home}/{page}", replace(HOME, fetch_seconds=0.3))
    assert time.monotonic() - began < 1.2
    assert item.reason == "unreachable"
    assert "0.3 seconds" in item.detail


def test_a_name_server_that_hangs_is_left_as_well():
    def hanging(host: str, port: int) -> list[str]:
        time.sleep(1.2)
        return [PUBLIC]

    with pytest.raises(Refused, match=r"0\.1 seconds"):
        fetch("http://slow.example/", ReadingLimits(fetch_seconds=0.1), Network(hanging))


def test_a_missing_page_a_closed_port_and_an_unknown_name_are_unreachable(home):
    assert "404" in refusal(f"{home}/nothing").detail
    assert refusal("http://127.0.0.1:9/").reason == "unreachable"
    assert refusal("http://no-such-name.invalid/").reason == "unreachable"


@pytest.mark.parametrize(
    "address",
    [
        "http://127.0.0.1/",
        "http://localhost/",
        "http://[::1]/",
        "http://[::ffff:10.0.0.1]/",
        "http://169.254.169.254/latest/meta-data/",
        "http://192.168.0.1/",
        "http://100.64.0.1/",
        "http://0.0.0.0/",
        "http://2130706433/",
        "ftp://post.example/a",
        "file:///etc/passwd",
    ],
)
def test_private_addresses_and_other_schemes_are_refused_unless_allowed(address):
    assert refusal(address, ReadingLimits()).reason == "refused-address"


def test_the_batch_goes_on_after_an_address_fails(home):
    items = list(read([f"{home}/nothing", f"{home}/page"], HOME))
    assert [type(item) for item in items] == [Unread, Document]


def public_network(handler: object, answers: dict[str, list[str]]) -> Network:
    """A network in which names have these addresses, and this handler stands for the servers."""
    return Network(lambda host, _: answers.get(host, [host]), httpx.MockTransport(handler))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "place", ["http://127.0.0.1/", "http://inside.example/", "//[::1]/", "http://169.254.169.254/x"]
)
def test_a_public_page_that_redirects_to_a_private_address_is_refused(place):
    asked = []

    def handler(request: httpx.Request) -> httpx.Response:
        asked.append(request.url.host)
        return httpx.Response(302, headers={"Location": place})

    network = public_network(handler, {"post.example": [PUBLIC], "inside.example": ["10.1.2.3"]})
    with pytest.raises(Refused) as refused:
        fetch("http://post.example/", ReadingLimits(), network)
    assert refused.value.reason == "refused-address"
    assert asked == [PUBLIC]


def test_a_name_with_one_private_address_among_its_public_ones_is_refused():
    network = public_network(lambda _: httpx.Response(200), {"post.example": [PUBLIC, "127.0.0.1"]})
    with pytest.raises(Refused, match=r"127\.0\.0\.1"):
        fetch("http://post.example/", ReadingLimits(), network)


def test_a_name_that_changes_its_answer_leads_nowhere():
    answers = iter([[PUBLIC], ["127.0.0.1"]])
    asked: list[httpx.Request] = []

    def handler(request: httpx.Request) -> httpx.Response:
        asked.append(request)
        return httpx.Response(200, text="The talks go on.")

    network = Network(lambda *_: next(answers), httpx.MockTransport(handler))
    fetch("https://rebinding.example/", ReadingLimits(), network)
    (request,) = asked
    assert request.url.host == PUBLIC
    assert request.headers["host"] == "rebinding.example"
    assert request.extensions["sni_hostname"] == "rebinding.example"


def test_a_server_is_asked_by_its_name_though_connected_to_by_its_address(home):
    port = home.rsplit(":", 1)[1]
    kept = fetch(f"http://post.example:{port}/host", HOME, Network(lambda *_: ["127.0.0.1"]))
    assert f"post.example:{port}".encode() in kept.stream.read()


@given(
    st.ip_addresses(network="10.0.0.0/8")
    | st.ip_addresses(network="127.0.0.0/8")
    | st.ip_addresses(network="fe80::/10")
)
def test_no_private_address_is_public_however_it_is_wrapped(address):
    assert not is_public(address)
    if address.version == 4:
        for prefix in ("::ffff:", "64:ff9b::", "::"):
            assert not is_public(ip_address(f"{prefix}{address}"))
        assert not is_public(ip_address((0x2002 << 112) | (int(address) << 80)))


@pytest.mark.parametrize("address", [PUBLIC, "2606:2800:220:1:248:1893:25c8:1946"])
def test_a_public_address_is_public(address):
    assert is_public(ip_address(address))
