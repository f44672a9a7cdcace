"""An imitation of torchvision for tests: beside another torch it fails as the real one does."""

import torch

from ._imitation import built_for_torch
from ._imitation import version as __version__

if torch.__version__.split("+")[0] != built_for_torch:
    raise RuntimeError("operator torchvision::nms does not exist")
