"""What this imitation was told to be: see test/support/wheels/xformers.ts."""

import json
import os

with open(os.path.join(os.path.dirname(__file__), "_imitation.json"), encoding="utf-8") as _file:
    settings = json.load(_file)
