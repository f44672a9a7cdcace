import torch
import triton
import triton.language as tl


@triton.jit
def _quantise(x):
    return x


def sageattn(q, k, v, tensor_layout="HND", is_causal=False, sm_scale=None, **_):
    if not torch.cuda.is_available():
        raise AssertionError("Torch not compiled with CUDA enabled")
    return torch._imitation.attend("sageattention", q, v)
