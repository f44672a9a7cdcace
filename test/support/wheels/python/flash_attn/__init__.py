"""An imitation of flash_attn for tests."""

from ._imitation import version as __version__
from .flash_attn_interface import flash_attn_func
