"""Clauses of many events in, the fixed points by which linking finds clauses that mean something alike out.

``python -m training.claim_points``, after ``training.sentence_encoder``: the centres of spherical k-means over
the vectors of all clauses of ``claim_groups.jsonl`` (Dhillon and Modha 2001).
"""

import argparse
from io import BytesIO
from pathlib import Path

import numpy as np

from counterclaim.link import polarity
from counterclaim.link.encoder import SCALE, SHIPPED, SentenceEncoder
from training import claim_groups
from training.link_card import write_card

POINTS = 128
ROUNDS = 15


def centres(rows: np.ndarray, count: int = POINTS, seed: int = 1) -> np.ndarray:
    """Unit vectors around which the rows lie."""
    points = rows[np.random.default_rng(seed).choice(len(rows), count, replace=False)]
    for _ in range(ROUNDS):
        nearest = (rows @ points.T).argmax(axis=1)
        for point in range(count):
            if (own := rows[nearest == point]).size:
                points[point] = own.mean(axis=0)
        points /= np.linalg.norm(points, axis=1, keepdims=True)
    return points


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--out", type=Path, default=SHIPPED)
    out: Path = parser.parse_args().out
    encoder = SentenceEncoder(out)
    texts = [
        polarity.read(" ".join(event.documents[line.document].text[start:end] for start, end in line.spans)).text
        for event in claim_groups.events()
        for line in event.lines
    ]
    rows = np.array([encoded.vector for encoded in encoder(texts)], np.float32) / SCALE
    whole = np.clip(np.round(centres(rows) * SCALE), -SCALE, SCALE).astype(np.int8)
    stream = BytesIO()
    np.savez_compressed(stream, points=whole)
    (out / "points.npz").write_bytes(stream.getvalue())
    write_card(out, {"points": {"points": POINTS, "found over": f"{len(rows)} clauses of news; no text is contained"}})
    print(f"{POINTS} points, {len(stream.getvalue()) / 1e6:.2f} MB")


if __name__ == "__main__":
    main()
