"""PolNeAR's train part in, a checkpoint of the network out: ``python -m training.train``."""

import argparse
import json
import random
import time
from pathlib import Path

import numpy as np
import torch
from torch.nn import functional

from counterclaim.extractor.encoder import Network
from counterclaim.extractor.tokens import WordPieces
from counterclaim.extractor.windows import WINDOW
from evaluation import attribution
from evaluation.shared import DATA
from training import augment, labels, polnear
from training.fast import quicken
from training.model import Attributor, base_folder, from_base

Example = tuple[np.ndarray, np.ndarray, np.ndarray, np.ndarray]


def examples(
    articles: list[polnear.GoldArticle], pieces: WordPieces, rng: random.Random, made_up: int = 0
) -> list[Example]:
    """One pass over all articles, cut at other places and marked otherwise each time, and made-up pages."""
    made: list[Example] = []
    pages = augment.pages(augment.collect(articles), rng, made_up) if made_up else []
    for article in [*(augment.remarked(a, rng) if made_up else a for a in articles), *pages]:
        tokens = pieces(article.text)
        tags, links = labels.encode(tokens, article.attributions)
        start = -rng.randrange(WINDOW) if len(tokens) > WINDOW else 0
        while start < len(tokens):
            a, b = max(start, 0), min(start + WINDOW, len(tokens))
            if b - a > 8:
                target = links[a:b]
                inside = np.where((target >= a) & (target < b), target + 1 - a, labels.IGNORE)
                target = np.where(target == labels.NO_CUE, 0, inside)
                made.append((tokens.ids[a:b], tokens.features[a:b], tags[a:b], target))
            start += WINDOW
    return made


def batches(made: list[Example], tokens: int, rng: random.Random) -> list[list[Example]]:
    """Examples in batches of at most so many tokens, those of like length together."""
    rng.shuffle(made)
    out: list[list[Example]] = []
    for at in range(0, len(made), 256):
        width = 0
        for item in sorted(made[at : at + 256], key=lambda item: len(item[0])):
            width = max(width, len(item[0]) + 2)
            if not out or not out[-1] or (len(out[-1]) + 1) * width > tokens:
                out.append([])
                width = len(item[0]) + 2
            out[-1].append(item)
        out.append([])
    out = [group for group in out if group]
    rng.shuffle(out)
    return out


def batch(chosen: list[Example], pieces: WordPieces) -> dict[str, torch.Tensor]:
    width = max(len(item[0]) for item in chosen) + 2
    ids = np.full((len(chosen), width), pieces.pad_id)
    features = np.zeros((len(chosen), width), dtype=np.int64)
    mask = np.zeros((len(chosen), width), dtype=np.int64)
    tags = np.full((len(chosen), width), labels.IGNORE)
    links = np.full((len(chosen), width, labels.TARGETS), labels.IGNORE)
    for row, (tokens, kinds, tag, link) in enumerate(chosen):
        end = len(tokens) + 1
        ids[row, 0], ids[row, end] = pieces.start_id, pieces.end_id
        ids[row, 1:end], features[row, 1:end] = tokens, kinds
        tags[row, 1:end], links[row, 1:end] = tag, link
        mask[row, : end + 1] = 1
    arrays = {"ids": ids, "features": features, "mask": mask, "tags": tags, "links": links}
    return {name: torch.from_numpy(array.astype(np.int64)) for name, array in arrays.items()}


def link_loss(links: torch.Tensor, targets: torch.Tensor) -> torch.Tensor:
    """Cross-entropy of link logits (batch x tokens x tokens); several targets of a token share its probability."""
    known = targets != labels.IGNORE
    rows = known.any(-1)
    logs = functional.log_softmax(links[rows].float(), -1)
    chosen = logs.gather(-1, targets[rows].clamp(min=0)) * known[rows]
    return -(chosen.sum(-1) / known[rows].sum(-1)).sum() / rows.sum().clamp(min=1)


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
    parser.add_argument("--batch", type=int, default=3072, help="tokens, padding included")
    parser.add_argument("--made-up", type=int, default=800, help="made-up pages in each epoch")
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
    rng = random.Random(args.seed)

    pieces = WordPieces(base_folder() / "tokenizer.json")
    train = polnear.load(args.data / "train")[: args.articles or None]
    # Heads begin alike whatever the seed, so that the weights of several runs can be averaged.
    torch.manual_seed(0)
    model = from_base(base_folder())
    quicken(model, args.seed)
    groups = parameter_groups(model, args.rate, args.head_rate, args.layer_decay)
    optimiser = torch.optim.AdamW(groups, weight_decay=0.01, fused=True)
    steps = args.epochs * len(batches(examples(train, pieces, random.Random(0), args.made_up), args.batch, rng))
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
        made = batches(examples(train, pieces, rng, args.made_up), args.batch, rng)
        model.train()
        total = 0.0
        for group in made:
            data = batch(group, pieces)
            with torch.autocast("cpu", torch.bfloat16):
                tag, link = model(data["ids"], data["features"], data["mask"])
            tag_loss = functional.cross_entropy(
                tag.float().flatten(0, 1), data["tags"].flatten(), ignore_index=labels.IGNORE
            )
            tie_loss = link_loss(link, data["links"])
            loss = tag_loss + args.link_weight * tie_loss
            optimiser.zero_grad(set_to_none=True)
            loss.backward()
            torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
            optimiser.step()
            schedule.step()
            step += 1
            total += loss.item()
            if step % 25 == 0:
                say(f"step {step}/{steps} tag {tag_loss:.3f} link {tie_loss:.3f} {time.time() - began:.0f} s")
        figures = attribution.evaluate(args.data / "dev", pieces, network(model), args.out / "dev.jsonl")
        say(f"epoch {epoch + 1}: loss {total / len(made):.4f}  {attribution.line(figures)}")
        torch.save(model.state_dict(), args.out / "checkpoint.pt")
    say(f"done in {time.time() - began:.0f} s")


if __name__ == "__main__":
    main()
