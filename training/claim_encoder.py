"""Gold groups of clauses in, the weights of a sentence encoder that tells claims of one event apart out.

``python -m training.claim_encoder --out training/runs/claims``: the base encoder trained on
``claim_groups.jsonl`` so that the vectors of clauses that take a position on one claim lie close together, and
those of other clauses of the same event apart. An event is a batch: every clause is told from all others of its
event (a contrastive loss over all its partners, Khosla et al. 2020, arXiv:2004.11362), and every pair is judged
by its cosine (a logistic loss). What is read is the positive form of a clause (``link.polarity``), so that a
denial lies where its assertion does.

Every ninth event is left out: the relation (``training.relation``) is fitted on what the encoder has not seen.
The table of word pieces stays as it is.
"""

import argparse
import json
import random
import time
from pathlib import Path

import numpy as np
import torch
from safetensors.torch import save_file
from tokenizers import Tokenizer
from torch import nn
from torch.nn import functional
from transformers import BertConfig, BertModel

from counterclaim.link import polarity
from training import claim_groups
from training.model import base_folder
from training.sentence_encoder import base_weights

CLAUSES_AT_ONCE = 110
"""Clauses of one event that go through together."""
LONGEST = 64
"""Word pieces of a clause that are read."""
TEMPERATURE = 0.05
POSITIVE = 5.0
"""Weight of a pair that is one claim in the logistic loss; one pair in 50 is."""


class Clauses(nn.Module):
    """The base encoder; a clause's vector is the mean over its tokens, scaled to length 1."""

    def __init__(self) -> None:
        super().__init__()
        config = BertConfig.from_json_file(str(base_folder() / "config.json"))
        self.bert = BertModel(config, add_pooling_layer=False)
        weights = {name.removeprefix("encoder."): torch.from_numpy(w.copy()) for name, w in base_weights().items()}
        missing, _ = self.bert.load_state_dict(weights, strict=False)
        if left := [name for name in missing if "position_ids" not in name]:
            raise ValueError(f"the base weights lack {left}")
        self.bert.embeddings.word_embeddings.weight.requires_grad_(False)
        self.slope = nn.Parameter(torch.tensor(10.0))
        self.offset = nn.Parameter(torch.tensor(-7.0))

    def forward(self, ids: torch.Tensor, mask: torch.Tensor) -> torch.Tensor:
        hidden = self.bert(input_ids=ids, attention_mask=mask).last_hidden_state
        mean = (hidden * mask[..., None]).sum(dim=1) / mask.sum(dim=1, keepdim=True)
        return functional.normalize(mean, dim=-1)


Batch = list[tuple[list[int], int, frozenset[int]]]
"""Clauses of one event: ids of word pieces, the document, the claims."""


def batches(tokenizer: Tokenizer) -> dict[str, Batch]:
    """The clauses of every event by its name."""
    out = {}
    for event in claim_groups.events():
        made = []
        for line in event.lines:
            text = event.documents[line.document].text
            words = polarity.read(" ".join(text[start:end] for start, end in line.spans)).text
            made.append((tokenizer.encode(words).ids[:LONGEST], line.document, frozenset(line.stances)))
        out[event.name] = made
    return out


def vectors(model: Clauses, clauses: Batch, size: int = 32) -> torch.Tensor:
    """One vector a clause; those of like length go through together."""
    order = sorted(range(len(clauses)), key=lambda i: len(clauses[i][0]))
    parts = []
    for at in range(0, len(order), size):
        some = [clauses[i][0] for i in order[at : at + size]]
        ids = torch.zeros(len(some), max(map(len, some)), dtype=torch.long)
        for row, pieces in enumerate(some):
            ids[row, : len(pieces)] = torch.tensor(pieces)
        parts.append(model(ids, (ids > 0).long()).float())
    back = torch.empty(len(order), dtype=torch.long)
    back[torch.tensor(order)] = torch.arange(len(order))
    return torch.cat(parts)[back]


def loss(model: Clauses, clauses: Batch, found: torch.Tensor) -> torch.Tensor:
    """The contrastive and the logistic loss of one event's vectors."""
    size = len(clauses)
    same = torch.tensor(
        [[float(i != j and bool(a[2] & b[2])) for j, b in enumerate(clauses)] for i, a in enumerate(clauses)]
    )
    near = found @ found.T
    logits = (near / TEMPERATURE).masked_fill(torch.eye(size, dtype=torch.bool), -1e4)
    chance = logits - torch.logsumexp(logits, dim=1, keepdim=True)
    partnered = same.sum(dim=1) > 0
    contrast = -((chance * same).sum(dim=1) / same.sum(dim=1).clamp(min=1))[partnered]
    pair = functional.binary_cross_entropy_with_logits(near * model.slope + model.offset, same, reduction="none")
    weighted = pair * (1 + (POSITIVE - 1) * same) * (1 - torch.eye(size))
    return (contrast.mean() if len(contrast) else near.sum() * 0) + weighted.sum() / max(size * (size - 1), 1)


def best_f1(model: Clauses, events: list[Batch]) -> float:
    """Pair F1 at the best cosine, over all pairs of clauses of each event."""
    near, same = [], []
    model.eval()
    with torch.no_grad():
        for clauses in events:
            found = vectors(model, clauses)
            rows, columns = np.tril_indices(len(clauses), -1)
            near.append((found @ found.T).numpy()[rows, columns])
            same.append(np.array([bool(clauses[i][2] & clauses[j][2]) for i, j in zip(rows, columns, strict=True)]))
    model.train()
    order = np.concatenate(same)[np.argsort(-np.concatenate(near))]
    return float((2 * np.cumsum(order) / (np.arange(1, len(order) + 1) + order.sum())).max())


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--epochs", type=int, default=2)
    parser.add_argument("--rate", type=float, default=5e-5)
    parser.add_argument("--seed", type=int, default=1)
    args = parser.parse_args()
    random.seed(args.seed)
    torch.manual_seed(args.seed)
    tokenizer = Tokenizer.from_file(str(base_folder() / "tokenizer.json"))
    tokenizer.no_padding()
    tokenizer.no_truncation()
    events = batches(tokenizer)
    unseen = claim_groups.left_out(events)
    held = [clauses for name, clauses in events.items() if name in unseen]
    seen = [clauses for name, clauses in events.items() if name not in unseen]
    model = Clauses()
    log = [{"epoch": 0, "pair F1 of events not seen": round(best_f1(model, held), 3)}]
    print(log[-1], flush=True)
    steps, total = 0, args.epochs * len(seen)
    trained = [p for p in model.bert.parameters() if p.requires_grad]
    optimizer = torch.optim.AdamW(
        [{"params": trained, "weight_decay": 0.01}, {"params": [model.slope, model.offset], "lr": 1e-2}], lr=args.rate
    )
    args.out.mkdir(parents=True, exist_ok=True)
    model.train()
    for epoch in range(args.epochs):
        random.shuffle(seen)
        started = time.time()
        for clauses in seen:
            at = random.randrange(max(1, len(clauses) - CLAUSES_AT_ONCE + 1))
            some = clauses[at : at + CLAUSES_AT_ONCE]
            optimizer.param_groups[0]["lr"] = args.rate * min(1, (steps + 1) / 30) * max(0.02, 1 - steps / total)
            with torch.autocast("cpu", dtype=torch.bfloat16):
                found = vectors(model, some)
            optimizer.zero_grad()
            loss(model, some, found).backward()
            nn.utils.clip_grad_norm_(trained, 1.0)
            optimizer.step()
            steps += 1
        score = round(best_f1(model, held), 3)
        log.append({"epoch": epoch + 1, "pair F1 of events not seen": score, "seconds": round(time.time() - started)})
        print(log[-1], flush=True)
        state = {
            f"encoder.{name}": w.contiguous() for name, w in model.bert.state_dict().items() if w.is_floating_point()
        }
        save_file(state, str(args.out / "model.safetensors"))
        (args.out / "log.json").write_text(json.dumps(log, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
