from checker.scan.forward import Forward

LONG = bytes(range(256)) * 20_000


def made(size=1000):
    return Forward(iter(LONG[at : at + size] for at in range(0, len(LONG), size)))


def test_it_is_read_as_a_file():
    file = made()
    assert (file.read(5), file.tell()) == (LONG[:5], 5)
    assert (file.seek(3_000_000), file.read(3_000)) == (3_000_000, LONG[3_000_000:3_003_000])
    assert (file.seek(2_500_000), file.read(9)) == (2_500_000, LONG[2_500_000:2_500_009])
    assert file.read(len(LONG)) == LONG[2_500_009:]
    assert file.read(1) == b""


def test_it_goes_back_a_little_and_no_further():
    file = made()
    file.seek(3_000_000)
    file.read(1_000_000)
    file.read(1)
    near = file.seek(100)
    assert 100 < near < 4_000_000
    assert file.read(9) == LONG[near : near + 9]


def test_behind_its_end_is_its_end():
    file = made()
    assert file.seek(10**9) == len(LONG)
    assert file.read(1) == b""


def test_no_more_is_taken_than_is_near():
    taken = []
    file = Forward(taken.append(size) or bytes(size) for size in [100_000] * 100)
    file.read(1000)
    assert sum(taken) < 1_500_000
