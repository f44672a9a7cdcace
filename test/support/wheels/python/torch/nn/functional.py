from .._tensor import Tensor


def scaled_dot_product_attention(query, key, value, attn_mask=None, dropout_p=0.0, **_):
    return Tensor(query.shape[:-1] + (value.shape[-1],), query.dtype, query.device)
