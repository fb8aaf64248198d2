"""The laptop's own addresses in the networks of the hall."""

import ipaddress
import socket

import psutil

# Networks of virtual machines and containers: no phone can reach them.
_VIRTUAL = ("docker", "br-", "veth", "virbr", "vmnet", "vboxnet", "vEthernet", "utun", "zt")


def hall_addresses() -> list[str]:
    """Return IPv4 addresses that phones may reach, the likeliest first."""
    up = {name for name, status in psutil.net_if_stats().items() if status.isup}
    found = [
        str(address.address)
        for name, addresses in psutil.net_if_addrs().items()
        if name in up and not name.startswith(_VIRTUAL)
        for address in addresses
        if address.family == socket.AF_INET and _is_reachable(str(address.address))
    ]
    likeliest = _towards_outside()
    return sorted(set(found), key=lambda address: (address != likeliest, address))


def hall_urls(port: int) -> list[str]:
    """Return the addresses as a phone's browser takes them."""
    return [f"http://{address}:{port}" for address in hall_addresses()]


def _is_reachable(address: str) -> bool:
    ip = ipaddress.ip_address(address)
    return not (ip.is_loopback or ip.is_link_local or ip.is_unspecified)


def _towards_outside() -> str:
    # Connecting a UDP socket sends nothing; it only asks the system which network it would use.
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as asking:
        try:
            asking.connect(("192.0.2.1", 9))
            return str(asking.getsockname()[0])
        except OSError:
            return ""
