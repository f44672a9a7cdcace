from .._imitation import attend


def scaled_dot_product_attention(query, key, value, attn_mask=None, dropout_p=0.0, **_):
    return attend("sdpa", query, value)
