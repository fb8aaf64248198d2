"""The laptop's addresses in the hall."""

import ipaddress
import socket
from types import SimpleNamespace

import psutil
import pytest

from workshop_kit.room.addresses import hall_addresses, hall_urls


def network(address: str) -> list[SimpleNamespace]:
    return [SimpleNamespace(family=socket.AF_INET, address=address)]


def test_virtual_loopback_and_broken_networks_are_left_out(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    found = {
        "lo": network("127.0.0.1"),
        "wlan0": network("192.168.8.10"),
        "eth0": network("10.1.2.3"),
        "docker0": network("172.17.0.1"),
        "usb0": network("169.254.7.7"),
        "wlan1": network("192.168.9.9"),
        "tun0": [SimpleNamespace(family=socket.AF_INET6, address="fe80::1")],
    }
    up = {name: SimpleNamespace(isup=name != "wlan1") for name in found}
    monkeypatch.setattr(psutil, "net_if_addrs", lambda: found)
    monkeypatch.setattr(psutil, "net_if_stats", lambda: up)
    assert sorted(hall_addresses()) == ["10.1.2.3", "192.168.8.10"]
    assert "http://192.168.8.10:8765" in hall_urls(8765)


def test_this_machines_addresses_can_be_listed() -> None:
    for address in hall_addresses():
        assert not ipaddress.ip_address(address).is_loopback
