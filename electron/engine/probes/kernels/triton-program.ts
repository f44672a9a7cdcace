/**
 * Lets Triton compile and run a kernel of ours. Its cache is the working folder, which is new and
 * empty: what an earlier compiler left behind proves nothing. Follows frame-program.ts.
 */
export const tritonProgram = String.raw`
# A kernel has to stand in a file: Triton reads its source.
source = '''
import triton
import triton.language as tl

@triton.jit
def scaled_sum(x, y, out, count, scale, BLOCK: tl.constexpr):
    at = tl.program_id(0) * BLOCK + tl.arange(0, BLOCK)
    inside = at < count
    tl.store(out + at, tl.load(x + at, mask=inside) + scale * tl.load(y + at, mask=inside), mask=inside)
'''

def main():
    import importlib.util
    if importlib.util.find_spec("triton") is None:
        return tell("absent", module="triton")
    import torch
    device = "cuda" if ask(lambda: torch.cuda.is_available(), False) else "xpu" if ask(lambda: torch.xpu.is_available(), False) else "cpu"
    tell("device", device=device, name=ask(lambda: torch.cuda.get_device_name()) if device == "cuda" else None)
    if device == "cpu":
        return tell("refused", case=None, text="no GPU", notes=[])
    import triton
    tell("version", version=str(triton.__version__))
    path = os.path.join(os.getcwd(), "scaled_sum_kernel.py")
    with open(path, "w", encoding="utf-8") as file:
        file.write(source)
    specification = importlib.util.spec_from_file_location("scaled_sum_kernel", path)
    module = importlib.util.module_from_spec(specification)
    specification.loader.exec_module(module)
    count = 4099
    x, y = torch.randn(count, device=device), torch.randn(count, device=device)
    out = torch.empty_like(x)
    started = time.monotonic()
    module.scaled_sum[(triton.cdiv(count, 256),)](x, y, out, count, 0.5, BLOCK=256)
    getattr(torch, device).synchronize()
    spent = time.monotonic() - started
    expected = x + 0.5 * y
    error = float((out - expected).norm() / expected.norm())
    tell("case", case="triton", finite=bool(torch.isfinite(out).all()), relativeError=error, largestError=error, compileSeconds=round(spent, 3))
    if request.get("compile"):
        compile_block(torch, device)
    tell("done")

def compile_block(torch, device):
    """An attention block as a workflow's TorchCompileModel compiles it, against the same without."""
    global doing
    doing = "compile"
    tell("begin", case=doing)
    torch.manual_seed(20)
    attention = torch.nn.functional.scaled_dot_product_attention
    inner = torch.nn.Linear(64, 64, device=device)
    def block(x):
        heads = x.view(1, 128, 2, 32).transpose(1, 2)
        mixed = attention(heads, heads, heads).transpose(1, 2).reshape(1, 128, 64)
        return torch.nn.functional.gelu(inner(mixed)) + x
    x = torch.randn(1, 128, 64, device=device)
    with torch.no_grad():
        expected = block(x)
        started = time.monotonic()
        out = torch.compile(block)(x)
        getattr(torch, device).synchronize()
        spent = time.monotonic() - started
    error = float((out - expected).norm() / expected.norm())
    tell("case", case=doing, finite=bool(torch.isfinite(out).all()), relativeError=error, largestError=error, compileSeconds=round(spent, 3))

doing = None
try:
    main()
except BaseException as error:
    if isinstance(error, KeyboardInterrupt):
        raise
    tell("failed", case=doing, text=describe(error), notes=[])
leave()
`;
