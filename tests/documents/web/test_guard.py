"""Which addresses are on the public internet."""

from threading import Event

import pytest

from checker.documents.web.guard import Guard, PrivateAddressError, is_private


@pytest.mark.parametrize(
    ("ip", "private"),
    [
        ("127.0.0.1", True),
        ("10.1.2.3", True),
        ("172.16.0.1", True),
        ("192.168.0.1", True),
        ("169.254.169.254", True),
        ("100.64.0.1", True),
        ("192.0.2.1", True),
        ("198.18.0.1", True),
        ("0.0.0.0", True),  # noqa: S104
        ("224.0.0.1", True),
        ("240.0.0.1", True),
        ("255.255.255.255", True),
        ("::", True),
        ("::1", True),
        ("fe80::1", True),
        ("fe80::1%eth0", True),
        ("fec0::1", True),
        ("fd00::1", True),
        ("ff02::1", True),
        ("2001:db8::1", True),
        ("::ffff:127.0.0.1", True),
        ("::ffff:169.254.169.254", True),
        ("::127.0.0.1", True),
        ("2002:7f00:1::", True),
        ("2002:c0a8:1::1", True),
        ("64:ff9b::127.0.0.1", True),
        ("64:ff9b::10.0.0.1", True),
        ("64:ff9b:1::1", True),
        ("4000::1", True),
        ("::ffff:93.184.216.34", False),
        ("64:ff9b::93.184.216.34", False),
        ("2002:5db8:d822::1", False),
        ("93.184.216.34", False),
        ("2606:2800:220:1::1", False),
    ],
)
def test_what_is_a_private_address(ip, private):
    assert is_private(ip) is private


def test_of_several_addresses_only_public_ones_are_tried():
    tried = []

    def connect(address, _seconds):
        tried.append(address[0])
        raise OSError("nobody there")

    guard = Guard(resolve=lambda *_: ["10.0.0.1", "93.184.216.34", "::1", "2606:2800:220:1::1"], connect=connect)
    with pytest.raises(OSError, match="nobody there"):
        guard.open("mixed.example", 80, 1)
    assert tried == ["93.184.216.34", "2606:2800:220:1::1"]


def test_a_name_of_private_addresses_alone_is_refused():
    guard = Guard(resolve=lambda *_: ["10.0.0.1", "::1"], connect=lambda *_: pytest.fail("it was connected to"))
    with pytest.raises(PrivateAddressError, match=r"10\.0\.0\.1 is an address of a private network"):
        guard.open("inner.example", 80, 1)


def test_a_name_without_an_address_is_told():
    with pytest.raises(OSError, match="no address"):
        Guard(resolve=lambda *_: []).open("none.example", 80, 1)


def test_a_resolver_that_does_not_answer_is_not_waited_for():
    answered = Event()
    guard = Guard(resolve=lambda *_: answered.wait(60) and [], connect=lambda *_: pytest.fail("it was connected to"))
    with pytest.raises(TimeoutError, match="not resolved in time"):
        guard.open("slow.example", 80, 0.05)
    assert not answered.is_set()
    answered.set()


def test_what_a_resolver_says_of_a_name_that_is_none_is_raised():
    guard = Guard(resolve=lambda *_: (_ for _ in ()).throw(OSError("no such name")))
    with pytest.raises(OSError, match="no such name"):
        guard.open("none.example", 80, 1)
