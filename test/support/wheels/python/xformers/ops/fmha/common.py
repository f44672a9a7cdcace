import dataclasses
from typing import Any, Optional

import torch

from ..._cpp_lib import _built_with_cuda
from ..common import BaseOperator


@dataclasses.dataclass
class Inputs:
    query: Any
    key: Any
    value: Any
    attn_bias: Any = None
    p: float = 0.0
    scale: Optional[float] = None
    output_dtype: Any = None
    is_partial: bool = False

    @property
    def device(self):
        return self.query.device


class AttentionOpBase(BaseOperator):
    SUPPORTED_DEVICES = {"cuda"}
    SUPPORTED_DTYPES = {torch.float16, torch.bfloat16}
    SUPPORTED_MAX_K = 256
    CUDA_MINIMUM_COMPUTE_CAPABILITY = (5, 0)
    CUDA_MAXIMUM_COMPUTE_CAPABILITY = None

    @classmethod
    def supports(cls, d):
        return not cls.not_supported_reasons(d)

    @classmethod
    def not_supported_reasons(cls, d):
        reasons = []
        kind = d.query.device.type
        if kind not in cls.SUPPORTED_DEVICES:
            reasons.append(f"device={kind} (supported: {cls.SUPPORTED_DEVICES})")
        if kind == "cuda" and not _built_with_cuda and torch.version.hip is None:
            reasons.append("xFormers wasn't build with CUDA support")
        if kind == "cuda":
            reasons.extend(cls._reasons_of_the_gpu())
        if d.query.dtype not in cls.SUPPORTED_DTYPES:
            reasons.append(f"dtype={d.query.dtype} (supported: {cls.SUPPORTED_DTYPES})")
        if max(d.query.shape[-1], d.value.shape[-1]) > cls.SUPPORTED_MAX_K:
            reasons.append(f"max(query.shape[-1], value.shape[-1]) > {cls.SUPPORTED_MAX_K}")
        if not cls.is_available():
            reasons.append(
                "operator wasn't built - see `python -m xformers.info` for more info"
            )
        return reasons

    @classmethod
    def _reasons_of_the_gpu(cls):
        capability = torch.cuda.get_device_capability()
        least, most = cls.CUDA_MINIMUM_COMPUTE_CAPABILITY, cls.CUDA_MAXIMUM_COMPUTE_CAPABILITY
        if capability < least:
            yield (
                f"requires device with capability >= {least} "
                f"but your GPU has capability {capability} (too old)"
            )
        if most is not None and capability > most:
            yield (
                f"requires device with capability <= {most} "
                f"but your GPU has capability {capability} (too new)"
            )


class AttentionFwOpBase(AttentionOpBase):
    @classmethod
    def apply(cls, inp, needs_gradient=False):
        return torch._imitation.attend("xformers", inp.query, inp.value)


class AttentionBwOpBase(AttentionOpBase):
    pass
