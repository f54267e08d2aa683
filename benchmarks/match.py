"""How surely copies are found that say nothing of it: made-up copies of a part of an article, lightly edited, among other pages.

    python benchmarks/match.py [FOLDER] [--originals N] [--others N] [--seed N]

It prints recall by the share that was copied, precision, and what other ways of telling come to on the same pages. Pages of FOLDER are
originals and others, too. See benchmarks/README.md.
"""

from __future__ import annotations

import argparse
import random
import re
import time
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from html import escape
from itertools import accumulate, chain, pairwise
from pathlib import Path

from checker.copies.matching import Matching, sought
from checker.documents import files
from checker.documents.document import Document, Media
from checker.documents.files import Selection
from checker.judging import Judging, Same
from checker.page import read
from checker.page.page import Page
from checker.question import Question

ROOT = Path(__file__).parents[1]
SHARES = range(10, 101, 10)
_LONG = 15
"""Sentences: pages of fewer are no originals."""
FOOT = (
    "The views in this article are those of its author and need not be those of the Valley Press, which publishes it for the public good. "
    "Whoever wants to use more of it than the law allows should ask the Valley Press first, which as a rule is glad to say yes. "
    "The Valley Press lives on what its readers give; please think of a gift if this story was of use to you, however small it may be. "
    "Follow the Valley Press by letter, by feed or on paper, and tell your neighbours where you have read this."
)
"""What the publisher puts under every article, and what many other pages have, too."""
HOST_FOOT = (
    "{name} is made by volunteers in {name}. Write to us at the old mill, or come to our open evening on the first Tuesday of the month. "
    "All that we say of ourselves may be used by anybody. We keep no data of our readers, and set no cookies but those that the shop needs."
)
HOSTS = ["Riverton Herald", "Marlow Post", "Eastbrook Times", "Callan Mail", "Highmere News", "Tarn Weekly"]
CHINESE = (
    "的 了 在 是 我们 他们 河水 村民 学校 桥梁 城市 政府 昨天 今年 报告 记者 认为 表示 由于 但是 因此 已经 没有 可以 需要 工程 农民 土地 "
    "市场 价格 上涨 下降 调查 结果 居民 生活 环境 保护 水库 计划 建设 部门 负责 问题 解决 方法 时间 地方 老人 孩子 医院 医生 铁路 车站 "
    "工人 工厂 停止 恢复 生产 电力 森林 动物 研究 专家 发现 公布 数据 说明 情况 继续 努力 希望 未来 历史 文化 博物馆 图书馆 开放 关闭"
).split()
THAI = (
    "ที่ และ ใน ของ การ มี ได้ ว่า จะ ไม่ แม่น้ำ หมู่บ้าน โรงเรียน สะพาน เมือง รัฐบาล เมื่อวาน ปีนี้ รายงาน นักข่าว กล่าว เพราะ แต่ แล้ว "
    "สามารถ ต้องการ โครงการ ชาวนา ที่ดิน ตลาด ราคา เพิ่มขึ้น ลดลง สำรวจ ผล ชาวบ้าน ชีวิต สิ่งแวดล้อม อ่างเก็บน้ำ แผน ก่อสร้าง หน่วยงาน "
    "ปัญหา แก้ไข วิธี เวลา สถานที่ คนชรา เด็ก โรงพยาบาล หมอ รถไฟ สถานี คนงาน โรงงาน หยุด ฟื้นฟู ผลิต ไฟฟ้า ป่า สัตว์ วิจัย พบ ข้อมูล"
).split()

Write = Callable[[random.Random], str]


@dataclass(frozen=True)
class Script:
    """A way of writing: how a sentence is made up, a word for another one, and what stands between two sentences."""

    name: str
    sentence: Write
    word: Write
    space: str

    def sentences(self, draw: random.Random, most: int = 60) -> list[str]:
        """An article."""
        return [self.sentence(draw) for _ in range(draw.randint(18, most))]


def scripts() -> list[Script]:
    """English from the words of this project's documents, each drawn by the one before it; Chinese and Thai from lists of words."""
    follows: defaultdict[str, list[str]] = defaultdict(list)
    said = re.findall(r"[A-Za-z][a-z']*|[.]", " ".join(file.read_text("utf-8") for file in _documents()))
    for one, other in pairwise(said):
        follows[one].append(other)
    starts = [word for word in follows if word.istitle()]
    return [
        Script("English", lambda draw: _walk(draw, follows, starts), lambda draw: draw.choice(said[:5000]), " "),
        Script("Chinese", lambda draw: "".join(_common(draw, CHINESE)) + "。", lambda draw: draw.choice(CHINESE), ""),
        Script("Thai", lambda draw: "".join(_common(draw, THAI)), lambda draw: draw.choice(THAI), " "),
    ]


def _documents() -> list[Path]:
    return [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *sorted((ROOT / "docs").rglob("*.md"))]


def _walk(draw: random.Random, follows: dict[str, list[str]], starts: Sequence[str]) -> str:
    said, length = [draw.choice(starts)], draw.randint(8, 30)
    while len(said) < length:
        following = draw.choice(follows.get(said[-1]) or starts)
        said.append(draw.choice(starts).lower() if following == "." else following)
    return " ".join(said) + "."


def _common(draw: random.Random, listed: Sequence[str]) -> Iterator[str]:
    """Words of a list, the first ones more often than the others, as in any language."""
    for _ in range(draw.randint(8, 24)):
        yield listed[min(int(draw.expovariate(3 / len(listed))), len(listed) - 1)]


@dataclass(frozen=True)
class Text:
    """An article: its sentences, how it is written, and the page of its publisher's that shows it."""

    sentences: tuple[str, ...]
    script: Script
    page: Document


@dataclass(frozen=True)
class Case:
    """A page: the original that it has text of, and how many hundredths of it; None where it is another page."""

    page: Document
    original: str | None = None
    share: int = 0


def html(title: str, paragraphs: Iterable[str], foot: str, site: str) -> bytes:
    """A page."""
    told = "".join(f"<p>{escape(each)}</p>\n" for each in paragraphs)
    links = "".join(f'<li><a href="/{number}">{site} {number}</a></li>' for number in range(8))
    return (
        f'<!doctype html><html><head><meta charset="utf-8"><title>{title} | {site}</title></head><body><nav><ul>{links}</ul></nav>'
        f"<article><h1>{title}</h1>{told}</article><p>{foot}</p><footer>© {site}</footer></body></html>"
    ).encode()


def paragraphs(draw: random.Random, sentences: Sequence[str], space: str) -> list[str]:
    """Sentences as paragraphs of a few."""
    found, at = [], 0
    while at < len(sentences):
        size = draw.randint(1, 4)
        found.append(space.join(sentences[at : at + size]))
        at += size
    return found


def article(draw: random.Random, script: Script, number: int) -> Text:
    """An original, with the foot that all of them have."""
    sentences = tuple(script.sentences(draw))
    told = [*paragraphs(draw, sentences, script.space), FOOT]
    address = f"https://valley.example/{number}"
    page = html(f"Story {number}", told, "", "Valley Press")
    return Text(sentences, script, Document(address, page, Media.HTML, address))


def copy(draw: random.Random, text: Text, share: int, number: int) -> Case:
    """A host's page with a part of an article in one piece, lightly edited, and its own text around it."""
    part = [edited(draw, each, text.script) for each in taken(draw, text.sentences, share)]
    part = [each for each in part if len(part) < 8 or draw.random() > 0.04]
    own = text.script.sentences(draw, 30)[: draw.randint(2, 20)]
    cut = draw.randint(0, len(own))
    told = paragraphs(draw, [*own[:cut], *part, *own[cut:]], text.script.space)
    return Case(_hosted(draw, told, f"copy/{number}"), text.page.target, share)


def taken(draw: random.Random, sentences: Sequence[str], share: int) -> Sequence[str]:
    """Sentences in a row that have at least so many hundredths of a text."""
    wanted = sum(map(len, sentences)) * share / 100
    sizes = list(accumulate(map(len, reversed(sentences))))
    start = draw.randint(0, sum(size >= wanted for size in sizes) - 1)
    ends = accumulate(map(len, sentences[start:]))
    return sentences[start : start + 1 + sum(end < wanted for end in ends)]


def edited(draw: random.Random, sentence: str, script: Script) -> str:
    """A sentence with other type, and one word in thirty another one."""
    sentence = sentence.replace("'", "’").replace(" - ", " — ").replace("...", "…")
    if script.space and " " in sentence:
        return " ".join(script.word(draw) if draw.random() < 1 / 30 else word for word in sentence.split(" "))
    return "".join(script.word(draw) if draw.random() < 1 / 50 else sign for sign in sentence)


def other(draw: random.Random, script: Script, texts: Sequence[Text], number: int) -> Case:
    """A page that is no copy. One in five has the publisher's foot, one in ten quotes one or two sentences of an original."""
    told = paragraphs(draw, script.sentences(draw), script.space)
    if draw.random() < 0.2:
        told.append(FOOT)
    if draw.random() < 0.1:
        quoted = draw.choice(texts)
        at = draw.randrange(len(quoted.sentences))
        told.insert(
            draw.randint(0, len(told)), f"“{quoted.script.space.join(quoted.sentences[at : at + draw.randint(1, 2)])}”"
        )
    return Case(_hosted(draw, told, f"other/{number}"))


def _hosted(draw: random.Random, told: Sequence[str], path: str) -> Document:
    site = draw.choice(HOSTS)
    address = f"https://{site.lower().replace(' ', '-')}.example/{path}"
    return Document(address, html(f"Page {path}", told, HOST_FOOT.format(name=site), site), Media.HTML, address)


def real(folder: str, originals: int, draw: random.Random) -> tuple[list[Text], list[Case]]:
    """Some long pages of a folder as originals, and the others; what a host or a quoter writes is drawn from those."""
    pages = [read.read(files.read(name)) for name in files.expand(folder, Selection())]
    told = {page.document.target: tuple(_sentences(page)) for page in pages}
    long = [page for page in pages if len(told[page.document.target]) >= _LONG]
    chosen = draw.sample(long, min(originals, len(long) // 2))
    rest = [page for page in pages if page not in chosen]
    pool = [each for page in rest for each in told[page.document.target]]
    words = " ".join(pool).split()
    script = Script("Pages", lambda draw: draw.choice(pool), lambda draw: draw.choice(words), " ")
    texts = [Text(told[page.document.target], script, page.document) for page in chosen]
    return texts, [Case(page.document) for page in rest]


def _sentences(page: Page) -> Iterator[str]:
    blocks = (block.text for block in page.visible if block.region.carries_credits and len(block.text) > 80)
    return (each for text in blocks for each in re.split(r"(?<=[.!?。])\s*", text) if each)


def cases(draw: random.Random, texts: Sequence[Text], others: int) -> Iterator[Case]:
    """Copies of each original with each share, and other pages."""
    number = 0
    for text in texts:
        for share in SHARES:
            number += 1
            yield copy(draw, text, share, number)
    kinds = [text.script for text in texts]
    for number in range(others):
        yield other(draw, draw.choice(kinds), texts, number)


@dataclass
class Tally:
    """What came out."""

    copies: Counter[int]
    found: Counter[int]
    right: int = 0
    wrong: int = 0

    def add(self, case: Case, told: str | None) -> None:
        """A page, and the original whose copy it was told to be."""
        self.copies[case.share] += 1
        self.found[case.share] += told is not None and told == case.original
        self.right += told is not None and told == case.original
        self.wrong += told is not None and told != case.original

    def __str__(self) -> str:
        recall = {share: self.found[share] / self.copies[share] for share in SHARES}
        most = [share for share in SHARES if share >= 30]
        whole = sum(self.found[share] for share in most) / sum(self.copies[share] for share in most)
        row = " | ".join(f"{each:.3f}" for each in recall.values())
        return f"{row} | {whole:.3f} | {self.right / ((self.right + self.wrong) or 1):.4f}"


def measure(matching: Matching, told: Iterable[Case]) -> tuple[Tally, float, float]:
    """What came out, and the processor time of reading the pages and of looking for the articles."""
    tally, reading, looking = Tally(Counter(), Counter()), 0.0, 0.0
    for case in told:
        start = time.process_time()
        page = read.read(case.page)
        between = time.process_time()
        found = matching.found(page)
        reading, looking = reading + between - start, looking + time.process_time() - between
        tally.add(case, found[0].sought.target if found else None)
    return tally, reading, looking


def main() -> None:
    """Measures and prints."""
    parser = argparse.ArgumentParser(description="How surely copies are found that say nothing of it.")
    parser.add_argument("folder", nargs="?", help="real pages, which are originals and others, too")
    parser.add_argument("--originals", type=int, default=100, help="how many articles are looked for (default: 100)")
    parser.add_argument("--others", type=int, default=10_000, help="how many pages are no copies (default: 10000)")
    parser.add_argument("--seed", type=int, default=7, help="what the texts are drawn by (default: 7)")
    parser.add_argument(
        "--only", choices=("English", "Chinese", "Thai", "Pages"), help="one kind of text (default: all)"
    )
    given = parser.parse_args()
    judging = Judging(None, Same(Question()))
    print("| text | " + " | ".join(f"{share} %" for share in SHARES) + " | from 30 % | precision | looking / reading |")
    print("|---" * (len(SHARES) + 4) + "|")
    for script in scripts():
        draw = random.Random(given.seed)  # noqa: S311
        texts = [article(draw, script, number) for number in range(given.originals)]
        if given.only in {None, script.name}:
            print(row(texts, judging, cases(draw, texts, given.others)), flush=True)
    if given.folder:
        draw = random.Random(given.seed)  # noqa: S311
        texts, rest = real(given.folder, given.originals, draw)
        print(row(texts, judging, chain(rest, cases(draw, texts, given.others))))


def row(texts: Sequence[Text], judging: Judging, told: Iterable[Case]) -> str:
    """What came out, as a line of the table."""
    matching = Matching(judging, [sought(text.page, judging) for text in texts])
    tally, reading, looking = measure(matching, told)
    return f"| {texts[0].script.name} | {tally} | {looking / reading:.2f} |"


if __name__ == "__main__":
    main()
