"""Errands to many hosts: each host has one at a time, and none waits for another's."""

import signal
import threading
import time

import pytest

from checker.documents.web.answer import host_of
from checker.documents.web.errands import Errands


def at_once(_url):
    return 0.0


def test_a_slow_host_delays_no_other():
    done = []
    release = threading.Event()
    errands = Errands(2, at_once)
    errands.add("http://slow.example/1", release.wait)
    errands.add("http://slow.example/2", lambda: done.append("slow 2"))
    for number in range(5):
        errands.add(f"http://quick{number}.example/", lambda number=number: done.append(number))
    errands.add("http://last.example/", release.set)
    errands.run()
    assert sorted(done[:5]) == [0, 1, 2, 3, 4]
    assert done[5:] == ["slow 2"]


@pytest.mark.parametrize(
    ("url", "host"),
    [
        pytest.param("http://News.example/a", "news.example", id="a name"),
        pytest.param("https://news.example:443/a", "news.example", id="the usual port"),
        pytest.param("http://me:pw@news.example:80/a", "news.example", id="a login is no part of it"),
        pytest.param("http://news.example:8080/a", "news.example:8080", id="another port is another server"),
        pytest.param("http://[::1]:8080/", "::1:8080", id="an address"),
        pytest.param("http://news.example:x/", "", id="no port"),
        pytest.param("http://[::1", "", id="no address"),
    ],
)
def test_who_answers_at_an_address(url, host):
    assert host_of(url) == host


def test_a_host_has_one_errand_at_a_time_in_order():
    going, order = [], []

    def errand(number):
        going.append(number)
        assert len(going) == 1
        time.sleep(0.01)
        order.append(number)
        going.pop()

    errands = Errands(4, at_once)
    for number in range(6):
        errands.add(f"http://news.example/{number}", lambda number=number: errand(number))
    errands.run()
    assert order == [0, 1, 2, 3, 4, 5]


def test_an_errand_may_add_errands():
    done = []
    errands = Errands(2, at_once)

    def more(depth):
        done.append(depth)
        if depth:
            errands.add(f"http://host{depth}.example/", lambda: more(depth - 1))

    errands.add("http://news.example/", lambda: more(5))
    errands.run()
    assert done == [5, 4, 3, 2, 1, 0]


def test_a_host_is_not_asked_before_its_time():
    start = time.monotonic()
    times = {}
    errands = Errands(2, lambda url: start + 0.2 if "later" in url else 0.0)
    for name in ("later", "now"):
        errands.add(f"http://{name}.example/", lambda name=name: times.setdefault(name, time.monotonic() - start))
    errands.run()
    assert times["later"] >= 0.2 > times["now"]


def test_without_errands_it_ends():
    Errands(2, at_once).run()


def test_a_host_without_a_name_is_one_too():
    done = []
    errands = Errands(1, at_once)
    errands.add("http://[::1/", lambda: done.append(1))
    errands.run()
    assert done == [1]


@pytest.fixture
def _heard():
    """Ctrl-C as Python hears it, whatever the program that runs the tests makes of it."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


@pytest.mark.usefixtures("_heard")
@pytest.mark.skipif(not hasattr(signal, "pthread_kill"), reason="signals to threads are of POSIX")
def test_whoever_stops_it_between_two_errands_is_heard_and_told_of_no_fault():
    """However the moment falls: the waiting holds nothing that it would have to let go."""
    main = threading.main_thread().ident
    for _ in range(30):
        errands = Errands(8, at_once)
        for number in range(60):
            errands.add(f"http://host{number}.example/", lambda: time.sleep(0))
        errands.add("http://last.example/", lambda: signal.pthread_kill(main, signal.SIGINT))
        release = threading.Event()
        errands.add("http://slow.example/", release.wait)
        with pytest.raises(KeyboardInterrupt):
            errands.run()
        release.set()
