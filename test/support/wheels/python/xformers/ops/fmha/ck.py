from ..common import get_operator
from .common import AttentionBwOpBase, AttentionFwOpBase


class FwOp(AttentionFwOpBase):
    OPERATOR = get_operator("xformers", "efficient_attention_forward_ck")
    NAME = "ckF"


class BwOp(AttentionBwOpBase):
    OPERATOR = get_operator("xformers", "efficient_attention_backward_ck")
    NAME = "ckB"
