"""Unlabelled news in, the base encoder adapted to it by masked-language training out: ``python -m training.adapt``.

The base is a sentence encoder, trained to say what a whole sentence is about; guessing hidden words
of news teaches it again what stands where in a sentence, and what the paragraph breaks, letter cases
and quotation marks of our tokens mean (Gururangan et al. 2020, arXiv:2004.10964).
"""

import argparse
import gzip
import json
import random
import time
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import torch
from torch import nn
from torch.nn import functional

from counterclaim.extractor.tokens import WordPieces
from counterclaim.extractor.windows import WINDOW
from evaluation.shared import DATA
from training.fast import quicken
from training.model import Attributor, base_folder, from_base

MASKED = 0.2
NEWS = DATA / "news_unlabelled"


class Guesser(nn.Module):
    """The encoder and a head that guesses hidden word pieces, its table shared with the encoder's."""

    def __init__(self, attributor: Attributor) -> None:
        super().__init__()
        self.encoder = attributor.encoder
        size = self.encoder.config.hidden_size
        self.head = nn.Sequential(nn.Linear(size, size), nn.GELU(), nn.LayerNorm(size))
        self.bias = nn.Parameter(torch.zeros(self.encoder.config.vocab_size))

    def forward(self, ids: torch.Tensor, features: torch.Tensor, hidden: torch.Tensor) -> torch.Tensor:
        out = self.encoder(input_ids=ids, token_type_ids=features).last_hidden_state
        table = self.encoder.embeddings.word_embeddings.weight
        return functional.linear(self.head(out[hidden]), table, self.bias)


def windows(pieces: WordPieces, rng: random.Random) -> Iterator[tuple[np.ndarray, np.ndarray]]:
    """Ids and features of full windows, articles in random order and run together."""
    rows = []
    for file in sorted(NEWS.glob("*.jsonl.gz")):
        with gzip.open(file, "rt", encoding="utf-8") as stream:
            rows += [text for line in stream if len(text := json.loads(line)["text"]) > 400]
    rng.shuffle(rows)
    ids, features = np.zeros(0, np.int64), np.zeros(0, np.int64)
    for text in rows:
        tokens = pieces(text)
        ids = np.concatenate([ids, tokens.ids, [pieces.break_id]])
        features = np.concatenate([features, tokens.features, [6]])
        while len(ids) >= WINDOW:
            yield ids[:WINDOW], features[:WINDOW]
            ids, features = ids[WINDOW:], features[WINDOW:]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--out", type=Path, default=Path("training/runs/adapted"))
    parser.add_argument("--minutes", type=float, default=20)
    parser.add_argument("--batch", type=int, default=8)
    parser.add_argument("--rate", type=float, default=4e-4)
    parser.add_argument("--seed", type=int, default=1)
    args = parser.parse_args()
    args.out.mkdir(parents=True, exist_ok=True)
    torch.manual_seed(args.seed)
    rng, draws = random.Random(args.seed), np.random.default_rng(args.seed)
    pieces = WordPieces(base_folder() / "tokenizer.json")
    attributor = from_base(base_folder())
    model = Guesser(attributor)
    quicken(model, args.seed)
    optimiser = torch.optim.AdamW(model.parameters(), lr=args.rate, weight_decay=0.01, fused=True)
    began, step, tokens, running = time.time(), 0, 0, 0.0
    made = windows(pieces, rng)
    model.train()
    mask_id = pieces.mask_id
    while (share := (time.time() - began) / (60 * args.minutes)) < 1:
        chosen = [item for _, item in zip(range(args.batch), made, strict=False)]
        if len(chosen) < args.batch:
            made = windows(pieces, rng)
            continue
        ids = np.stack([item[0] for item in chosen])
        features = torch.from_numpy(np.stack([item[1] for item in chosen]))
        hidden = draws.random(ids.shape) < MASKED
        way = draws.random(ids.shape)
        shown = np.where(hidden & (way < 0.8), mask_id, ids)
        shown = np.where(hidden & (way > 0.9), draws.integers(1000, 30000, ids.shape), shown)
        for group in optimiser.param_groups:
            group["lr"] = args.rate * min((step + 1) / 50, max(0.02, 1 - share))
        place = torch.from_numpy(hidden)
        with torch.autocast("cpu", torch.bfloat16):
            guesses = model(torch.from_numpy(shown), features, place)
        loss = functional.cross_entropy(guesses.float(), torch.from_numpy(ids)[place])
        optimiser.zero_grad(set_to_none=True)
        loss.backward()
        torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
        optimiser.step()
        step, tokens = step + 1, tokens + ids.size
        running = loss.item() if step == 1 else 0.98 * running + 0.02 * loss.item()
        if step % 25 == 0:
            print(f"step {step}  {tokens:,} tokens  loss {running:.3f}  {time.time() - began:.0f} s", flush=True)
    torch.save(model.encoder.state_dict(), args.out / "encoder.pt")
    settings = {name: value for name, value in vars(args).items() if not isinstance(value, Path)}
    settings |= {"tokens": tokens, "loss": round(running, 4)}
    (args.out / "settings.json").write_text(json.dumps(settings, indent=2) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
