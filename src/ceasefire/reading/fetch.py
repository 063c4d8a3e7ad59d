"""A page that the user named by its address, fetched within limits of size, time and redirects."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass
from io import BytesIO
from typing import TYPE_CHECKING
from urllib.parse import urljoin

from ceasefire import __version__
from ceasefire.reading.addresses import Resolver, checked, resolve
from ceasefire.reading.kept import Kept, Refused, larger_than
from ceasefire.settings import ReadingLimits

if TYPE_CHECKING:
    import httpx

_HEADERS = {"User-Agent": f"ceasefire/{__version__}", "Accept-Encoding": "identity", "Accept": "*/*"}


@dataclass(frozen=True, slots=True)
class Network:
    """How names are resolved and connections made; tests bring their own."""

    resolver: Resolver = resolve
    transport: httpx.BaseTransport | None = None


OPEN_NETWORK = Network()


def fetch(address: str, limits: ReadingLimits, network: Network = OPEN_NETWORK) -> Kept:
    """The bytes at an address; refuses what is private, too large, too slow or not there.

    Every hop of a redirect is resolved, checked and connected to by the address that was checked, so
    no name is asked for twice. Proxies of the environment are not used: they would resolve names anew.
    """
    return _within(limits.fetch_seconds, lambda: _followed(address, limits, network))


def _followed(address: str, limits: ReadingLimits, network: Network) -> Kept:
    import httpx

    deadline = time.monotonic() + limits.fetch_seconds
    url = address
    with httpx.Client(transport=network.transport, trust_env=False, follow_redirects=False) as client:
        for _ in range(limits.fetch_redirects + 1):
            try:
                response = client.send(_request(client, url, limits, network, deadline), stream=True)
                with closing(response):
                    if not response.has_redirect_location:
                        return _body(response, address, url, limits, deadline)
                    url = urljoin(url, response.headers["location"])
            except httpx.TimeoutException:
                raise _too_slow(limits.fetch_seconds) from None
            except httpx.HTTPError as problem:
                reason = str(problem) or type(problem).__name__
                raise Refused("unreachable", f"no answer from {url} ({reason}); try again later") from None
    raise Refused("unreachable", f"it redirects more than {limits.fetch_redirects} times; name the final address")


def _request(client: httpx.Client, url: str, limits: ReadingLimits, network: Network, deadline: float) -> httpx.Request:
    """A request to the checked address that still names the host, also for the certificate."""
    import httpx

    try:
        target = httpx.URL(url)
    except httpx.InvalidURL as problem:
        raise Refused("refused-address", f"the address {url} is none ({problem}); see how it is written") from None
    if target.scheme not in {"http", "https"} or not target.host:
        raise Refused(
            "refused-address", f"the address {url} is neither http nor https; name a page's address, or a file's path"
        )
    port = target.port or (443 if target.scheme == "https" else 80)
    ip = checked(target.host, port, allow_private=limits.allow_private, resolver=network.resolver)
    return client.build_request(
        "GET",
        target.copy_with(host=ip, userinfo=b""),
        headers={**_HEADERS, "Host": target.netloc.decode("ascii")},
        extensions={"sni_hostname": target.host},
        timeout=max(0.01, deadline - time.monotonic()),
    )


def _body(response: httpx.Response, address: str, url: str, limits: ReadingLimits, deadline: float) -> Kept:
    if not response.is_success:
        raise Refused(
            "unreachable", f"the server answered {response.status_code} for {url}; see whether the page exists"
        )
    length = response.headers.get("content-length", "")
    if length.isdigit() and int(length) > limits.largest_page:
        raise Refused("too-large", larger_than(limits.largest_page, int(length)))
    data = bytearray()
    for part in response.iter_bytes(65_536):
        data += part
        if len(data) > limits.largest_page:
            raise Refused("too-large", larger_than(limits.largest_page))
        if time.monotonic() > deadline:
            raise _too_slow(limits.fetch_seconds)
    media_type = response.headers.get("content-type", "").partition(";")[0].strip().lower()
    name = url.partition("?")[0].partition("#")[0]
    return Kept(address, BytesIO(bytes(data)), name, media_type, response.charset_encoding or "", url)


def _too_slow(seconds: float) -> Refused:
    return Refused("unreachable", f"no full answer came within {seconds:g} seconds; try again, or allow more time")


def _within(seconds: float, work: Callable[[], Kept]) -> Kept:
    """The outcome of the work, or a refusal once the time is over, wherever it hangs: also a name server can."""
    outcome: list[Kept | BaseException] = []

    def run() -> None:
        try:
            outcome.append(work())
        except BaseException as problem:
            outcome.append(problem)

    worker = threading.Thread(target=run, daemon=True)
    worker.start()
    # The work keeps its own deadline and says more; this one is for what cannot be interrupted.
    worker.join(seconds + 0.5)
    if not outcome:
        raise _too_slow(seconds)
    if isinstance(outcome[0], BaseException):
        raise outcome[0]
    return outcome[0]
