"""The shipped model and a text in, speed and memory as ratios within one run out: ``make bench``.

What is measured against what: the whole of ``extract`` and ``resolve`` against the bare
network on the same windows, one process and one thread, and twice the words against once.
The text is the demo dossier's, repeated, so that everybody can run it.
"""

import platform
import resource
import time
from collections.abc import Callable
from pathlib import Path

from counterclaim.config import Config
from counterclaim.extractor import encoder
from counterclaim.extractor.model import Model
from counterclaim.extractor.stage import ModelExtractor
from counterclaim.extractor.windows import windows
from counterclaim.flow import analyse, analyse_sources
from counterclaim.records import Article

DEMO = Path(__file__).resolve().parents[1] / "demo" / "articles"


def cpu(work: Callable[[], object]) -> float:
    """CPU seconds of the faster of two runs."""
    spent = []
    for _ in range(2):
        before = time.process_time()
        work()
        spent.append(time.process_time() - before)
    return min(spent)


def main() -> None:
    model = Model(threads=1)
    extractor = ModelExtractor(model)
    articles: list[Article] = [
        o.article for o in analyse_sources([str(DEMO)], Config(threads=1)) if hasattr(o, "article")
    ]
    words = sum(len(article.text.split()) for article in articles)
    streams = [model.pieces(article.text) for article in articles]
    jobs = [encoder.framed(s, w, model.pieces) for s in streams for w in windows(len(s))]

    network = cpu(lambda: [model(*job) for job in jobs])
    extract = cpu(lambda: extractor(articles))
    whole = cpu(lambda: [analyse(article, extractor) for article in articles])
    double = cpu(lambda: extractor(articles * 2))
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024

    print(f"{platform.machine()}, one thread, {words:,} words of {len(articles)} articles, {len(jobs)} windows")
    print(f"network alone          {words / network:8,.0f} words per CPU-second")
    print(
        f"extract                {words / extract:8,.0f} words per CPU-second, {network / extract:.0%} of the network's"
    )
    print(f"extract and resolve    {words / whole:8,.0f} words per CPU-second; resolve adds {whole / extract - 1:.0%}")
    print(f"twice the articles     {double / extract:8.2f} times the CPU time")
    print(f"peak memory            {memory:8,.0f} MB")


if __name__ == "__main__":
    main()
