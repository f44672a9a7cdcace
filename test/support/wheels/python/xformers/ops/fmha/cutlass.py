import torch

from ..._imitation import settings
from ..common import get_operator
from .common import AttentionBwOpBase, AttentionFwOpBase

_library, _prefix = settings["cutlass"]["library"], settings["cutlass"]["prefix"]
_most = settings["cutlass"]["most"]


class FwOp(AttentionFwOpBase):
    OPERATOR = get_operator(_library, _prefix + "efficient_attention_forward" + settings["cutlass"]["suffix"])
    SUPPORTED_DTYPES = {torch.float32, torch.float16, torch.bfloat16}
    SUPPORTED_MAX_K = 65536
    CUDA_MAXIMUM_COMPUTE_CAPABILITY = None if _most is None else tuple(_most)
    NAME = settings["cutlass"]["name"].format("F")


class BwOp(AttentionBwOpBase):
    OPERATOR = get_operator(_library, _prefix + "efficient_attention_backward" + settings["cutlass"]["suffix"])
    SUPPORTED_DTYPES = FwOp.SUPPORTED_DTYPES
    SUPPORTED_MAX_K = 65536
    CUDA_MAXIMUM_COMPUTE_CAPABILITY = FwOp.CUDA_MAXIMUM_COMPUTE_CAPABILITY
    NAME = settings["cutlass"]["name"].format("B")
