"""What this imitation was told to be: see test/support/wheels/torch.ts."""

import json
import os

with open(os.path.join(os.path.dirname(__file__), "_imitation.json"), encoding="utf-8") as _file:
    settings = json.load(_file)

# Tests give the machine a GPU without building another wheel: "NVIDIA GeForce RTX 4090;8.9;24564"
_from_environment = os.environ.get("TORCH_IMITATION_GPU")
if _from_environment:
    _name, _capability, _memory = _from_environment.split(";")
    settings["gpu"] = {
        "name": _name,
        "capability": [int(part) for part in _capability.split(".")],
        "memoryMiB": int(_memory),
    }

gpu = settings.get("gpu")

# How an attention behaves: "xformers=abort;sdpa=wrong". One of right, wrong, raise, illegal, refuse,
# abort, segfault, exit, hang, or a number: the milliseconds that it takes.
_behaviours = dict(
    each.split("=") for each in os.environ.get("TORCH_IMITATION_ATTENTION", "").split(";") if each
)
clock = {"ms": 0.0}
# What was computed so far: the names that a profiler would give, and where.
computed = []
_kernels = {
    "sdpa": "cudnn_generated_fort_native_sdpa_sm90_flash_fprop_wgmma_f16",
    "xformers": "void pytorch_flash::flash_fwd_kernel<Flash_fwd_kernel_traits<64, 128, 128, 4>>",
    "flash-attn": "void flash::flash_fwd_kernel<Flash_fwd_kernel_traits<64, 128, 128, 4>>",
    "sageattention": "_attn_fwd",
}
_operators = (
    "aten::_scaled_dot_product_flash_attention_for_cpu",
    "aten::_scaled_dot_product_cudnn_attention",
)


def attend(backend, query, value):
    """The result of an attention: a tensor of the right shape that is off by a little, or more."""
    from ._tensor import Tensor

    how = _behaviours.get(backend, "1")
    if how == "raise":
        raise RuntimeError("the imitation was told to fail")
    if how == "illegal":
        raise RuntimeError("CUDA error: an illegal memory access was encountered")
    if how == "refuse":
        raise RuntimeError("No available kernel. Aborting execution.")
    if how == "abort":
        os.abort()
    if how == "segfault":
        import ctypes

        ctypes.string_at(0)
    if how == "exit":
        os._exit(3)
    if how == "hang":
        import time

        time.sleep(3600)
    clock["ms"] += float(how) if how.replace(".", "").isdigit() else 1.0
    computed.append((_kernels[backend], _operators[query.device.type == "cuda"], query.device.type))
    out = Tensor(query.shape[:-1] + (value.shape[-1],), query.dtype, query.device)
    out.error = 0.7 if how == "wrong" else 0.0001
    return out
