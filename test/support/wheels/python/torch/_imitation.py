"""What this imitation was told to be: see test/support/wheels/torch.ts."""

import json
import os

with open(os.path.join(os.path.dirname(__file__), "_imitation.json"), encoding="utf-8") as _file:
    settings = json.load(_file)

# Tests give the machine a GPU without building another wheel: "NVIDIA GeForce RTX 4090;8.9;24564"
_from_environment = os.environ.get("TORCH_IMITATION_GPU")
if _from_environment:
    _name, _capability, _memory = _from_environment.split(";")
    settings["gpu"] = {
        "name": _name,
        "capability": [int(part) for part in _capability.split(".")],
        "memoryMiB": int(_memory),
    }

gpu = settings.get("gpu")
