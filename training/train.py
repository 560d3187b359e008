"""PolNeAR's train part in, a checkpoint of the network out: ``python -m training.train``."""

import argparse
import json
import math
import random
import time
from pathlib import Path

import numpy as np
import torch
from torch.nn import functional

from counterclaim.extractor.encoder import Network
from counterclaim.extractor.tokens import Tokens, WordPieces
from counterclaim.extractor.windows import WINDOW
from evaluation import attribution
from evaluation.shared import DATA
from training import labels, polnear
from training.model import Attributor, base_folder, from_base

Example = tuple[np.ndarray, np.ndarray, np.ndarray, np.ndarray]


def examples(streams: list[Tokens], gold: list[list[polnear.Attribution]], rng: random.Random) -> list[Example]:
    """One pass over all articles, cut at other places each time it is called."""
    made = []
    for tokens, attributions in zip(streams, gold, strict=True):
        tags, links = labels.encode(tokens, attributions)
        start = -rng.randrange(WINDOW) if len(tokens) > WINDOW else 0
        while start < len(tokens):
            a, b = max(start, 0), min(start + WINDOW, len(tokens))
            if b - a > 8:
                target = links[a:b].copy()
                known = target >= 0
                target[known & ((target < a) | (target >= b))] = labels.IGNORE
                target[(target >= a)] += 1 - a
                target[links[a:b] == labels.NO_CUE] = 0
                made.append((tokens.ids[a:b], tokens.features[a:b], tags[a:b], target))
            start += WINDOW
    return made


def batch(chosen: list[Example], pieces: WordPieces) -> dict[str, torch.Tensor]:
    width = max(len(item[0]) for item in chosen) + 2
    ids = np.full((len(chosen), width), pieces.pad_id)
    features = np.zeros((len(chosen), width), dtype=np.int64)
    mask = np.zeros((len(chosen), width), dtype=np.int64)
    tags = np.full((len(chosen), width), labels.IGNORE)
    links = np.full((len(chosen), width), labels.IGNORE)
    for row, (tokens, kinds, tag, link) in enumerate(chosen):
        end = len(tokens) + 1
        ids[row, 0], ids[row, end] = pieces.start_id, pieces.end_id
        ids[row, 1:end], features[row, 1:end] = tokens, kinds
        tags[row, 1:end], links[row, 1:end] = tag, link
        mask[row, : end + 1] = 1
    arrays = {"ids": ids, "features": features, "mask": mask, "tags": tags, "links": links}
    return {name: torch.from_numpy(array.astype(np.int64)) for name, array in arrays.items()}


def network(model: Attributor) -> Network:
    """The model as a function over arrays, as the shipped one is."""

    def run(ids: np.ndarray, features: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        model.eval()
        window = [torch.from_numpy(array)[None] for array in (ids, features)]
        with torch.no_grad(), torch.autocast("cpu", torch.bfloat16):
            tags, links = model(*window, torch.ones_like(window[0]))
        return tags[0].float().numpy(), links[0].float().numpy()

    return run


def parameter_groups(model: Attributor, rate: float, head_rate: float, decay: float) -> list[dict[str, object]]:
    """Lower layers learn more slowly by ``decay`` per layer; heads have a rate of their own."""
    groups: dict[float, list[torch.nn.Parameter]] = {}
    layers = model.encoder.config.num_hidden_layers
    for name, parameter in model.named_parameters():
        if not name.startswith("encoder."):
            groups.setdefault(head_rate, []).append(parameter)
            continue
        depth = int(name.split("layer.")[1].split(".")[0]) + 1 if "layer." in name else 0
        if "token_type" in name:
            groups.setdefault(head_rate, []).append(parameter)
        else:
            groups.setdefault(rate * decay ** (layers - depth), []).append(parameter)
    return [{"params": group, "lr": rate} for rate, group in groups.items()]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, default=DATA / "polnear")
    parser.add_argument("--out", type=Path, default=Path("training/runs/attribution"))
    parser.add_argument("--epochs", type=int, default=6)
    parser.add_argument("--batch", type=int, default=8)
    parser.add_argument("--rate", type=float, default=2e-4)
    parser.add_argument("--head-rate", type=float, default=1e-3)
    parser.add_argument("--layer-decay", type=float, default=0.9)
    parser.add_argument("--link-weight", type=float, default=0.5)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--articles", type=int, default=0, help="take only the first N articles (for trying out)")
    parser.add_argument("--threads", type=int, default=0)
    args = parser.parse_args()
    if args.threads:
        torch.set_num_threads(args.threads)
    args.out.mkdir(parents=True, exist_ok=True)
    random.seed(args.seed)
    torch.manual_seed(args.seed)
    rng = random.Random(args.seed)

    pieces = WordPieces(base_folder() / "tokenizer.json")
    train = polnear.load(args.data / "train")
    train = train[: args.articles or None]
    streams = [pieces(article.text) for article in train]
    gold = [article.attributions for article in train]
    model = from_base(base_folder())
    groups = parameter_groups(model, args.rate, args.head_rate, args.layer_decay)
    optimiser = torch.optim.AdamW(groups, weight_decay=0.01)
    steps = args.epochs * math.ceil(len(examples(streams, gold, random.Random(0))) / args.batch)
    warm = steps // 10 + 1
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimiser, lambda step: min((step + 1) / warm, max(0.02, (steps - step) / (steps - warm)))
    )
    log = (args.out / "log.txt").open("a", encoding="utf-8")

    def say(message: str) -> None:
        print(message, flush=True)
        print(message, file=log, flush=True)

    settings = {name: value for name, value in vars(args).items() if not isinstance(value, Path)}
    settings |= {"window": WINDOW, "torch": torch.__version__}
    (args.out / "settings.json").write_text(json.dumps(settings, indent=2) + "\n", encoding="utf-8")
    say(json.dumps(settings))
    began, step = time.time(), 0
    for epoch in range(args.epochs):
        made = examples(streams, gold, rng)
        rng.shuffle(made)
        model.train()
        total = 0.0
        for at in range(0, len(made), args.batch):
            data = batch(made[at : at + args.batch], pieces)
            with torch.autocast("cpu", torch.bfloat16):
                tag, link = model(data["ids"], data["features"], data["mask"])
            tag_loss = functional.cross_entropy(
                tag.float().flatten(0, 1), data["tags"].flatten(), ignore_index=labels.IGNORE
            )
            link_loss = functional.cross_entropy(
                link.float().flatten(0, 1), data["links"].flatten(), ignore_index=labels.IGNORE
            )
            loss = tag_loss + args.link_weight * link_loss
            optimiser.zero_grad(set_to_none=True)
            loss.backward()
            torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
            optimiser.step()
            schedule.step()
            step += 1
            total += loss.item()
            if step % 25 == 0:
                say(f"step {step}/{steps} tag {tag_loss:.3f} link {link_loss:.3f} {time.time() - began:.0f} s")
        figures = attribution.evaluate(args.data / "dev", pieces, network(model), args.out / "dev.jsonl")
        say(f"epoch {epoch + 1}: loss {total / len(made) * args.batch:.4f}  {attribution.line(figures)}")
        torch.save(model.state_dict(), args.out / "checkpoint.pt")
    say(f"done in {time.time() - began:.0f} s")


if __name__ == "__main__":
    main()
