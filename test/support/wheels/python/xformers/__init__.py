"""An imitation of xFormers for tests: it loads, refuses and complains as the real one does."""

import logging
import os

import torch

from . import _cpp_lib
from .version import __version__

logger = logging.getLogger("xformers")

_has_cpp_library = _cpp_lib._has_cpp_library
_is_opensource = True
_triton_answer = None


def _is_triton_available():
    global _triton_answer
    if _triton_answer is None:
        _triton_answer = _look_for_triton()
    return _triton_answer


def _look_for_triton():
    if os.environ.get("XFORMERS_ENABLE_TRITON", "0") == "1":
        return True
    if not torch.cuda.is_available() or torch.cuda.get_device_capability("cuda") < (8, 0):
        return False
    if os.environ.get("XFORMERS_FORCE_DISABLE_TRITON", "0") == "1":
        return False
    try:
        import triton
    except (ImportError, AttributeError):
        logger.warning(
            "A matching Triton is not available, some optimizations will not be enabled",
            exc_info=True,
        )
        return False
    return True
