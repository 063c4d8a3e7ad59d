"""Which network addresses may be connected to: public ones, unless the user allows private ones."""

from __future__ import annotations

import ipaddress
import socket
from collections.abc import Callable

from ceasefire.reading.kept import Refused

Address = ipaddress.IPv4Address | ipaddress.IPv6Address
Resolver = Callable[[str, int], list[str]]

# IPv6 ranges that carry an IPv4 address in their last 32 bits and lead to it.
_TRANSLATED = (ipaddress.IPv6Network("64:ff9b::/96"), ipaddress.IPv6Network("64:ff9b:1::/48"))


def resolve(host: str, port: int) -> list[str]:
    """All addresses that a name stands for, in the resolver's order; refuses a name that is not known."""
    try:
        answers = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as problem:
        reason = getattr(problem, "strerror", "") or str(problem)
        raise Refused(
            "unreachable", f"the name {host} is not known to the network ({reason}); see how it is written"
        ) from None
    return list(dict.fromkeys(str(answer[4][0]) for answer in answers))


def checked(host: str, port: int, *, allow_private: bool, resolver: Resolver = resolve) -> str:
    """The address to connect to, once every address of the name has been found to be allowed.

    The caller connects to this very address and does not ask for the name again, so that a name
    that changes its answer between two questions leads nowhere.
    """
    found = [ipaddress.ip_address(text.partition("%")[0]) for text in resolver(host, port)]
    if not found:
        raise Refused("unreachable", f"the name {host} has no address; see how it is written")
    for address in found:
        if not allow_private and not is_public(address):
            raise Refused(
                "refused-address",
                f"the address leads to {address}, which is private to this machine or network; "
                "allow private addresses to read it",
            )
    return str(found[0])


def is_public(address: Address) -> bool:
    """Whether an address is on the open network: not private, loopback, link-local (where clouds keep their
    metadata), shared, reserved or multicast, also when it comes wrapped in an IPv6 address."""
    inner = _wrapped(address)
    if inner is not None:
        return is_public(inner)
    return address.is_global and not address.is_multicast and not address.is_reserved


def _wrapped(address: Address) -> ipaddress.IPv4Address | None:
    if isinstance(address, ipaddress.IPv4Address):
        return None
    if address.teredo:
        return address.teredo[1]
    if any(address in network for network in _TRANSLATED):
        return ipaddress.IPv4Address(int(address) & 0xFFFFFFFF)
    # ::a.b.c.d, long out of use, but some systems still route it.
    compatible = ipaddress.IPv4Address(int(address)) if 1 < int(address) < 2**32 else None
    return address.ipv4_mapped or address.sixtofour or compatible
