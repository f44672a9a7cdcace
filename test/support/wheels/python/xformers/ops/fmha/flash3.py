from ..._imitation import settings
from ..common import get_operator
from .common import AttentionBwOpBase, AttentionFwOpBase


class FwOp(AttentionFwOpBase):
    OPERATOR = get_operator("xformers_flash3", "flash_fwd")
    CUDA_MINIMUM_COMPUTE_CAPABILITY = (9, 0)
    NAME = settings["flash3"]["name"].format("F")


class BwOp(AttentionBwOpBase):
    OPERATOR = get_operator("xformers_flash3", "flash_bwd")
    CUDA_MINIMUM_COMPUTE_CAPABILITY = (9, 0)
    NAME = settings["flash3"]["name"].format("B")
