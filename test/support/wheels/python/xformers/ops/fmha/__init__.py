from . import attn_bias, ck, cutlass, dispatch, flash, flash3, triton_splitk
from .attn_bias import AttentionBias, LowerTriangularMask
from .common import AttentionBwOpBase, AttentionFwOpBase, AttentionOpBase, Inputs

MemoryEfficientAttentionCutlassOp = (cutlass.FwOp, cutlass.BwOp)
MemoryEfficientAttentionFlashAttentionOp = (flash.FwOp, flash.BwOp)

ALL_FW_OPS = [ck.FwOp, cutlass.FwOp, flash.FwOp, flash3.FwOp, triton_splitk.FwOp]
ALL_BW_OPS = [ck.BwOp, cutlass.BwOp, flash.BwOp, flash3.BwOp]


def memory_efficient_attention(
    query, key, value, attn_bias=None, p=0.0, scale=None, *, op=None, output_dtype=None
):
    inputs = Inputs(
        query=query, key=key, value=value, attn_bias=attn_bias, p=p, scale=scale,
        output_dtype=output_dtype,
    )
    forward = op[0] if op is not None else None
    if forward is None:
        forward = dispatch._dispatch_fw(inputs, False)
    else:
        dispatch._ensure_op_supports_or_raise(
            ValueError, "memory_efficient_attention", forward, inputs
        )
    return forward.apply(inputs)


memory_efficient_attention_forward = memory_efficient_attention
