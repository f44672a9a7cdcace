from ... import _is_triton_available
from .common import AttentionFwOpBase


def _forward(*_):
    raise NotImplementedError


class FwOp(AttentionFwOpBase):
    OPERATOR = _forward if _is_triton_available() else None
    CUDA_MINIMUM_COMPUTE_CAPABILITY = (8, 0)
    NAME = "triton_splitKF"
