"""The shipped model and texts in, speed and memory as ratios within one run out: ``make bench``.

What is measured against what, one process and one thread: the whole of ``extract`` and ``resolve``
against the bare network on the same windows; the shipped 8-bit network against the same one in
f32; its arithmetic against the fastest 8-bit product that the runtime can do here; twice the words
against once; one very long text against many short ones. The text is the demo dossier's, repeated,
so that everybody can run it. ``--corpus`` reads the 12,573 articles of ``news_unlabelled`` besides.
"""

import argparse
import gzip
import json
import platform
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import numpy as np
import onnx

from counterclaim.config import Config
from counterclaim.extractor import encoder
from counterclaim.extractor.model import SHIPPED, Model
from counterclaim.extractor.stage import ModelExtractor
from counterclaim.extractor.windows import WINDOW, windows
from counterclaim.flow import Unread, analyse, analyse_sources
from counterclaim.records import Article
from evaluation import networks
from evaluation.shared import DATA

DEMO = Path(__file__).resolve().parents[1] / "demo" / "articles"
LONG = 200_000
"""Words of the long text."""


def cpu(work: Callable[[], object], times: int = 3) -> float:
    """CPU seconds of the fastest of some runs."""
    spent = []
    for _ in range(times):
        before = time.process_time()
        work()
        spent.append(time.process_time() - before)
    return min(spent)


def peak_memory() -> float:
    """The most memory that this process has held, in MB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def demo_articles() -> list[Article]:
    """The demo dossier, read."""
    found = analyse_sources([str(DEMO)], Config(threads=1))
    return [item.article for item in found if not isinstance(item, Unread)]


def show(name: str, figure: str) -> None:
    print(f"{name:28} {figure}", flush=True)


def throughput(model: Model, extractor: ModelExtractor, articles: list[Article]) -> None:
    """Words per CPU-second, and what of it goes into the network."""
    words = sum(len(article.text.split()) for article in articles)
    streams = [model.pieces(article.text) for article in articles]
    jobs = [encoder.framed(s, w, model.pieces) for s in streams for w in windows(len(s))]
    network = cpu(lambda: [model(*job) for job in jobs])
    flat = cpu(lambda: [extractor.flat("", article.text) for article in articles])
    extract = cpu(lambda: extractor(articles))
    whole = cpu(lambda: [analyse(article, extractor) for article in articles])
    statements = cpu(lambda: [extractor.statements("", article.text) for article in articles])
    double = cpu(lambda: extractor(articles * 2), 2)
    show("texts", f"{words:,} words of {len(articles)} articles, {len(jobs)} windows")
    show("network alone", f"{words / network:,.0f} words per CPU-second")
    show("first reading", f"{words / flat:,.0f} words per CPU-second, {network / flat:.0%} of the network's")
    show("extract", f"{words / extract:,.0f} words per CPU-second, {network / extract:.0%} of the network's")
    show("extract and resolve", f"{words / whole:,.0f} words per CPU-second; resolve adds {whole / extract - 1:.0%}")
    show(
        "what statements mean", f"figures, dates, votes and resolve add {whole / statements - 1:.0%} to the statements"
    )
    show("twice the articles", f"{double / extract:.2f} times the CPU time")


def against_the_machine() -> None:
    """8 bits against f32, and both against what the machine can multiply."""
    graph = networks.shipped()
    size = WINDOW + 2
    random = np.random.default_rng(0)
    window = {"ids": random.integers(1000, 20000, (1, size)), "features": np.zeros((1, size), np.int64)}

    def per_window(made: onnx.ModelProto) -> float:
        opened = networks.session(made)
        return cpu(lambda: [opened.run(["tags"], window) for _ in range(8)], 5) / 8

    spent = {"8-bit": per_window(graph), "f32": per_window(networks.in_f32(graph))}
    side = 2048
    product = networks.session(networks.one_product(side))
    square = {"x": random.integers(0, 255, (side, side), dtype=np.uint8)}
    peak = 2 * side**3 / cpu(lambda: product.run(["y"], square), 5)
    done = networks.operations(graph, size)
    rate = sum(done.values()) / spent["8-bit"]
    tokens = {name: size / value for name, value in spent.items()}
    ratio = spent["f32"] / spent["8-bit"]
    show("8-bit network", f"{tokens['8-bit']:,.0f} tokens per CPU-second, {ratio:.2f} times the f32 one's")
    show("8-bit product, peak", f"{peak / 1e9:,.0f} thousand million operations per second ({side} x {side})")
    share = done["int8"] / sum(done.values())
    show("network's arithmetic", f"{rate / 1e9:,.0f}, {rate / peak:.0%} of that ({share:.0%} of it in 8 bits)")


def long_text(extractor: ModelExtractor, articles: list[Article]) -> None:
    """One text of 200,000 words against the short ones that it is made of."""
    words = sum(len(article.text.split()) for article in articles)
    short = cpu(lambda: extractor(articles), 1) / words
    before = peak_memory()
    body = "\n\n".join([article.text for article in articles] * (LONG // words + 1))
    spent = cpu(lambda: extractor.statements("", body), 1) / len(body.split())
    show("one text of 200,000 words", f"{spent / short:.2f} times the CPU time per word of short ones")
    show("peak memory", f"{before:,.0f} MB before it, {peak_memory():,.0f} MB after")


def first_result(article: Article) -> None:
    """CPU seconds from starting Python to the statements of the first 500 words."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "article.txt"
        file.write_text(" ".join(article.text.split(" ")[:500]), encoding="utf-8")
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        subprocess.run(
            [sys.executable, "-m", "counterclaim", "extract", str(file)], check=True, stdout=subprocess.DEVNULL
        )
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
    spent = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    show("start to first result", f"{spent:.2f} CPU seconds for 500 words")


def corpus(extractor: ModelExtractor) -> None:
    """All of ``news_unlabelled``: the cost of each eighth, in order, and the memory by then."""
    file = DATA / "news_unlabelled" / "articles.jsonl.gz"
    if not file.exists():
        show("corpus", f"not measured: {file.name} is not beside the project")
        return
    total = sum(1 for _ in _lines(file))
    edges = {total * k // 8 for k in range(1, 9)}
    articles = words = statements = 0
    began, mark, counted = time.process_time(), time.process_time(), 0
    for number, line in enumerate(_lines(file), 1):
        text = json.loads(line)["text"]
        statements += len(extractor.statements("", text))
        articles, words, counted = articles + 1, words + len(text.split()), counted + len(text.split())
        if number in edges:
            now = time.process_time()
            rate = counted / max(now - mark, 1e-9)
            show(f"{articles:,} articles", f"{rate:,.0f} words per CPU-second in this eighth, {peak_memory():,.0f} MB")
            mark, counted = now, 0
    spent = time.process_time() - began
    show("corpus", f"{words:,} words, {statements:,} statements, {words / spent:,.0f} words per CPU-second")


def _lines(file: Path) -> Iterator[str]:
    with gzip.open(file, "rt", encoding="utf-8") as stream:
        yield from stream


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--corpus", action="store_true", help="read news_unlabelled besides, under an hour")
    args = parser.parse_args()
    model = Model(threads=1)
    extractor = ModelExtractor(model)
    articles = demo_articles()
    show("machine", f"{platform.machine()}, one thread")
    throughput(model, extractor, articles)
    long_text(extractor, articles)
    first_result(articles[0])
    show("model files", f"{sum(f.stat().st_size for f in SHIPPED.iterdir()) / 1e6:.1f} MB")
    if args.corpus:
        corpus(extractor)
    against_the_machine()


if __name__ == "__main__":
    main()
