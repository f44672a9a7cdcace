from ..._imitation import settings
from ..common import get_operator
from .common import AttentionBwOpBase, AttentionFwOpBase


class FwOp(AttentionFwOpBase):
    OPERATOR = get_operator(settings["flash"]["library"], settings["flash"]["forward"])
    CUDA_MINIMUM_COMPUTE_CAPABILITY = (8, 0)
    NAME = settings["flash"]["name"].format("F")


class BwOp(AttentionBwOpBase):
    OPERATOR = get_operator(settings["flash"]["library"], settings["flash"]["backward"])
    CUDA_MINIMUM_COMPUTE_CAPABILITY = (8, 0)
    NAME = settings["flash"]["name"].format("B")
