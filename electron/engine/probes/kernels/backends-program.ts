/**
 * The attentions that a ComfyUI can use, and the kernels inside PyTorch's own: each as a function of
 * query, key and value (batch, heads, tokens, head size). Follows frame-program.ts.
 */
export const backendsProgram = String.raw`
def absent_if_missing(load, module):
    try:
        return load()
    except ModuleNotFoundError as error:
        if error.name == module:
            tell("absent", module=module)
            leave()
        raise

def version_of(distribution):
    try:
        from importlib.metadata import version
        return version(distribution)
    except Exception:
        return None

kernels = {"flash": "FLASH_ATTENTION", "efficient": "EFFICIENT_ATTENTION", "cudnn": "CUDNN_ATTENTION", "math": "MATH"}

def only_kernel(torch, name):
    try:
        from torch.nn.attention import SDPBackend, sdpa_kernel
    except ImportError:
        # Before PyTorch 2.3.
        if name == "cudnn":
            raise Refused("this PyTorch has no cuDNN attention")
        choose = getattr(torch.backends.cuda, "sdp_kernel", None)
        if choose is None:
            raise Refused("this PyTorch cannot be told which kernel to use")
        return lambda: choose(enable_flash=name == "flash", enable_math=name == "math", enable_mem_efficient=name == "efficient")
    which = getattr(SDPBackend, kernels[name], None)
    if which is None:
        raise Refused("this PyTorch has no " + kernels[name])
    return lambda: sdpa_kernel(which)

def switch_flash(name):
    """PyTorch's flash attention with another implementation, for this process alone."""
    try:
        from torch.nn.attention import activate_flash_attention_impl, list_flash_attention_impls
    except ImportError:
        raise Refused("this PyTorch has no other flash attention to switch to")
    if name not in list_flash_attention_impls():
        raise Refused("this PyTorch knows no " + name)
    activate_flash_attention_impl(name)

def load_sdpa(torch, name):
    attend = getattr(torch.nn.functional, "scaled_dot_product_attention", None)
    if attend is None:
        raise Refused("PyTorch has an attention of its own since 2.0")
    tell("version", version=str(torch.__version__))
    if name == "default":
        return attend
    if name in ("fa3", "fa4"):
        switch_flash(name.upper())
        name = "flash"
    context = only_kernel(torch, name)
    def call(q, k, v):
        with context():
            return attend(q, k, v)
    return call

def load_xformers(torch):
    xformers = absent_if_missing(lambda: __import__("xformers.ops"), "xformers")
    tell("version", version=ask(lambda: str(xformers.__version__)))
    attend = xformers.ops.memory_efficient_attention
    def call(q, k, v):
        swapped = [each.transpose(1, 2).contiguous() for each in (q, k, v)]
        return attend(*swapped).transpose(1, 2)
    return call

def load_flash(torch):
    flash_attn = absent_if_missing(lambda: __import__("flash_attn"), "flash_attn")
    tell("version", version=ask(lambda: str(flash_attn.__version__)) or version_of("flash-attn"))
    from flash_attn import flash_attn_func
    def call(q, k, v):
        swapped = [each.transpose(1, 2).contiguous() for each in (q, k, v)]
        return flash_attn_func(*swapped).transpose(1, 2)
    return call

def load_sage(torch):
    absent_if_missing(lambda: __import__("sageattention"), "sageattention")
    tell("version", version=version_of("sageattention"))
    from sageattention import sageattn
    return lambda q, k, v: sageattn(q, k, v, tensor_layout="HND", is_causal=False)

def load_kitchen(torch):
    kitchen = absent_if_missing(lambda: __import__("comfy_kitchen"), "comfy_kitchen")
    tell("version", version=version_of("comfy-kitchen"))
    attend = getattr(kitchen, "int8_attention", None)
    if attend is None:
        raise Refused("this comfy-kitchen has no int8 attention")
    can = getattr(kitchen, "int8_attention_is_available", None)
    if can is not None and not can():
        raise Refused("comfy-kitchen says that its int8 attention is not available here")
    return lambda q, k, v: attend(q, k, v)

def load(torch, backend):
    if backend.startswith("sdpa"):
        return load_sdpa(torch, backend[len("sdpa-"):] or "default")
    return {"xformers": load_xformers, "flash-attn": load_flash, "sageattention": load_sage, "comfy-kitchen": load_kitchen}[backend](torch)

def refusals(q, k, v):
    """What xFormers itself says of each operator, forward and backward, for this input."""
    from xformers.ops import fmha
    given = fmha.Inputs(query=q.transpose(1, 2), key=k.transpose(1, 2), value=v.transpose(1, 2))
    found = []
    for each in list(getattr(fmha, "ALL_FW_OPS", [])) + list(getattr(fmha, "ALL_BW_OPS", [])):
        found.append({"name": str(each.NAME), "reasons": [str(one)[:300] for one in each.not_supported_reasons(given)]})
    return found

def dispatched(q, k, v):
    """The operator that xFormers chooses by itself; "-pt" in its name is PyTorch's own kernel."""
    from xformers.ops import fmha
    from xformers.ops.fmha.dispatch import _dispatch_fw
    given = fmha.Inputs(query=q.transpose(1, 2), key=k.transpose(1, 2), value=v.transpose(1, 2))
    return str(_dispatch_fw(given, False).NAME)
`;
