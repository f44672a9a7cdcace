import textwrap
from collections import deque

import torch

from . import ck, cutlass, flash, flash3

_use_fa3 = True


def _set_use_fa3(use):
    global _use_fa3
    _use_fa3 = use


def _get_use_fa3():
    return _use_fa3


def _describe(inp):
    lines = [
        f"{name:<12}: shape={tuple(tensor.shape)} ({tensor.dtype})"
        for name, tensor in (("query", inp.query), ("key", inp.key), ("value", inp.value))
    ]
    lines.append(f"{'attn_bias':<12}: {type(inp.attn_bias)}")
    lines.append(f"{'p':<12}: {inp.p}")
    return textwrap.indent("\n".join(lines), "     ")


def _refusal(op, reasons):
    return f"`{op.NAME}` is not supported because:\n    " + "\n    ".join(reasons)


def _ensure_op_supports_or_raise(kind, name, op, inp):
    reasons = op.not_supported_reasons(inp)
    if reasons:
        raise kind(
            f"Operator `{name}` does not support inputs:\n{_describe(inp)}\n{_refusal(op, reasons)}"
        )


def _dispatch_fw_priority_list(inp, needs_gradient):
    if torch.version.cuda is None:
        return deque([ck.FwOp])
    first = [flash3.FwOp] if _get_use_fa3() else []
    return deque(first + [flash.FwOp, cutlass.FwOp])


def _dispatch_fw(inp, needs_gradient):
    refused = []
    for op in _dispatch_fw_priority_list(inp, needs_gradient):
        reasons = op.not_supported_reasons(inp)
        if not reasons:
            return op
        refused.append(_refusal(op, reasons))
    raise NotImplementedError(
        "No operator found for `memory_efficient_attention_forward` with inputs:\n"
        + _describe(inp)
        + "\n"
        + "\n".join(refused)
    )
