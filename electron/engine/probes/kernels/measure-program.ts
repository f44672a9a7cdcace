/**
 * Runs one backend on given inputs: compares it with attention written out in a wider number
 * format, asks the profiler which kernel ran, and, if asked, times it. Follows backends-program.ts.
 */
export const measureProgram = String.raw`
def choose_device(torch):
    if ask(lambda: torch.cuda.is_available(), False):
        return "cuda"
    if ask(lambda: torch.xpu.is_available(), False):
        return "xpu"
    if ask(lambda: torch.backends.mps.is_available(), False):
        return "mps"
    return "cpu"

def limit_memory(torch, device):
    """Bytes that may be used. Beyond its share the allocator refuses, and nothing else on the card suffers."""
    if device == "cuda":
        free, total = torch.cuda.mem_get_info()
        ask(lambda: torch.cuda.set_per_process_memory_fraction(min(1.0, 0.8 * free / total)))
        return int(0.8 * free)
    limit("RLIMIT_DATA", 12 * 1024 ** 3)
    return 4 * 1024 ** 3

def wait(torch, device):
    if device in ("cuda", "xpu", "mps"):
        getattr(torch, device).synchronize()

def make_inputs(torch, device, case):
    torch.manual_seed(20)
    kind = {"fp16": torch.float16, "bf16": torch.bfloat16, "fp32": torch.float32}[case["dtype"]]
    # As ComfyUI has them: one row of all heads for each token. Other layouts would charge a copy of
    # the inputs to the backends that want them so.
    shape = (case["batch"], case["tokens"], case["heads"], case["headSize"])
    return [torch.randn(*shape, dtype=kind, device=device).transpose(1, 2) for _ in range(3)]

def number(value):
    """JSON knows no NaN."""
    value = float(value)
    return value if value == value and abs(value) != float("inf") else None

def errors(torch, device, inputs, out):
    """Relative to attention written out, on a part of the heads and rows: all of it would not fit."""
    wide = torch.float64 if device == "cpu" else torch.float32
    heads, tokens = min(4, inputs[0].shape[1]), inputs[0].shape[2]
    step = max(1, tokens // 128)
    q = inputs[0][:, :heads, ::step].to(wide)
    k, v = inputs[1][:, :heads].to(wide), inputs[2][:, :heads].to(wide)
    weights = torch.softmax(torch.matmul(q, k.transpose(-2, -1)) * (q.shape[-1] ** -0.5), dim=-1)
    expected = torch.matmul(weights, v)
    part = out[:, :heads, ::step].to(wide)
    difference = part - expected
    return {
        "finite": bool(torch.isfinite(part).all()),
        "relativeError": number(difference.norm() / expected.norm()),
        "largestError": number(difference.abs().max() / expected.abs().max()),
    }

def kernel_names(torch, device, call, inputs):
    """What the profiler saw, the longest first; on a CPU PyTorch's operators stand for kernels."""
    from torch.profiler import profile, ProfilerActivity
    watched = [ProfilerActivity.CPU] + ([ProfilerActivity.CUDA] if device == "cuda" else [])
    with warnings.catch_warnings():
        # What it says of its own cycles is of no interest to anybody here.
        warnings.simplefilter("ignore")
        with profile(activities=watched) as seen:
            call(*inputs)
            wait(torch, device)
    lengths, operators = {}, []
    for each in seen.events():
        if str(each.device_type).endswith("CUDA"):
            spent = each.time_range.elapsed_us()
            lengths[each.name] = lengths.get(each.name, 0) + spent
        elif "attention" in each.name and each.name not in operators:
            operators.append(each.name[:200])
    longest = sorted(lengths, key=lengths.get, reverse=True)
    return {"kernels": [each[:300] for each in longest[:4]], "operators": operators[:8]}

def needed(case, backend):
    """Bytes of inputs, output and copies; "math" keeps the whole matrix several times over."""
    size = 4 if case["dtype"] == "fp32" else 2
    rows = case["batch"] * case["heads"] * case["tokens"]
    return rows * case["headSize"] * size * 8 + (rows * case["tokens"] * size * 6 if backend == "sdpa-math" else 0)

def seconds_left():
    return request["seconds"] - (time.monotonic() - begun)

def measure(torch, call, inputs, budget):
    """Median and quartiles in ms by CUDA events, and the MiB that were needed beside the inputs.

    Nothing waits between two calls: as while a model runs, the next one is handed over while the card
    still works. A loop that waits after each counts the hand-over, too, and tells 15 to 40 % more for
    small shapes (H200, torch 2.11): nobody pays that in ComfyUI, which waits once a step.
    """
    started = time.monotonic()
    call(*inputs)
    torch.cuda.synchronize()
    once = time.monotonic() - started
    count = int(max(3, min(30, budget / max(once, 1e-5))))
    for _ in range(1 if once > 0.2 else 3):
        call(*inputs)
    torch.cuda.synchronize()
    before = torch.cuda.memory_allocated()
    torch.cuda.reset_peak_memory_stats()
    pairs = [(torch.cuda.Event(enable_timing=True), torch.cuda.Event(enable_timing=True)) for _ in range(count)]
    for first, last in pairs:
        first.record()
        call(*inputs)
        last.record()
    torch.cuda.synchronize()
    times = sorted(first.elapsed_time(last) for first, last in pairs)
    return {
        "medianMs": times[len(times) // 2],
        "lowMs": times[len(times) // 4],
        "highMs": times[(3 * len(times)) // 4],
        "runs": len(times),
        "peakMiB": (torch.cuda.max_memory_allocated() - before) / 1048576.0,
    }

def is_refusal(error):
    if isinstance(error, (Refused, NotImplementedError)):
        return True
    text = str(error)
    words = ("No available kernel", "No viable backend", "No operator found", "head_dim", "headdim", "head dim", "only supports", "Unsupported head", "Unsupported CUDA architecture", "not supported", "requires")
    return not is_poison(error) and any(each in text for each in words)

def is_memory(error):
    return "OutOfMemory" in type(error).__name__ or isinstance(error, MemoryError) or "out of memory" in str(error)

def is_poison(error):
    """After these every later call of the process fails as well."""
    return any(each in str(error) for each in ("illegal memory access", "CUDA error", "HIP error", "device-side assert", "misaligned address", "unspecified launch failure"))

def try_case(torch, device, call, case, memory, backend):
    tell("begin", case=case["id"])
    inputs = make_inputs(torch, device, case)
    with warnings.catch_warnings(record=True) as heard:
        warnings.simplefilter("always")
        try:
            out = call(*inputs)
            wait(torch, device)
        except Exception as error:
            notes = [str(each.message)[:300] for each in heard]
            kind = "memory" if is_memory(error) else "refused" if is_refusal(error) else "failed"
            tell(kind, case=case["id"], text=describe(error), notes=notes[-6:])
            if is_poison(error):
                leave()
            return
    try:
        told = errors(torch, device, inputs, out)
    except Exception as error:
        # It computed; that it cannot be compared is no fault of it, unless the card is lost.
        kind = "memory" if is_memory(error) else "failed" if is_poison(error) else "broken"
        return tell(kind, case=case["id"], text=describe(error), notes=[])
    del out
    if case.get("timed"):
        try:
            told.update(measure(torch, call, inputs, min(0.3, max(0.05, seconds_left() / 20))))
        except Exception as error:
            tell("memory" if is_memory(error) else "failed", case=case["id"], text=describe(error), notes=[])
            return leave() if is_poison(error) else None
    tell("case", case=case["id"], **told)
    if case.get("timed"):
        timed.append(case)
    else:
        name_kernels(torch, device, call, case, inputs)

# Named when all were timed: the profiler takes seconds to start, and the time is shared.
timed = []

def name_kernels(torch, device, call, case, inputs):
    try:
        tell("kernel", case=case["id"], **kernel_names(torch, device, call, inputs))
    except Exception as error:
        tell("kernel", case=case["id"], kernels=[], operators=[], text=describe(error))

def main():
    import torch
    backend = request["backend"]
    device = choose_device(torch) if request["device"] == "any" else request["device"]
    memory = limit_memory(torch, device)
    capability = ask(lambda: list(torch.cuda.get_device_capability())) if device == "cuda" else None
    name = ask(lambda: torch.cuda.get_device_name()) if device == "cuda" else None
    tell("device", device=device, name=name, capability=capability, memoryMiB=memory // 1048576,
         flash=ask(lambda: torch.nn.attention.current_flash_attention_impl()))
    try:
        call = load(torch, backend)
    except Refused:
        raise
    except Exception as error:
        return tell("failed", case=None, text=describe(error), notes=[])
    if request.get("go"):
        # Ready before its turn: the one before it still measures.
        while not os.path.exists(request["go"]):
            time.sleep(0.02)
        global begun
        begun = time.monotonic()
    old = capability is not None and capability[0] < 8 and torch.version.hip is None
    with torch.no_grad():
        for case in request["cases"]:
            if case["device"] != ("cpu" if device == "cpu" else "gpu"):
                continue
            if case["dtype"] == "bf16" and old:
                tell("refused", case=case["id"], text="this card has no bfloat16", notes=[])
            elif case.get("timed") and device != "cuda":
                continue
            elif case.get("timed") and seconds_left() < 0.5:
                tell("late", case=case["id"])
            elif needed(case, backend) > memory:
                tell("memory", case=case["id"], text="", notes=[])
            else:
                try_case(torch, device, call, case, memory, backend)
        for case in timed:
            if seconds_left() < 0.5:
                break
            name_kernels(torch, device, call, case, make_inputs(torch, device, case))
        if backend == "xformers":
            probe = {"batch": 1, "heads": 8, "tokens": 256, "headSize": 64, "dtype": "fp32" if device == "cpu" else "fp16"}
            inputs = make_inputs(torch, device, probe)
            tell("operators", operators=ask(lambda: refusals(*inputs), []), chosen=ask(lambda: dispatched(*inputs)))
    tell("done")

try:
    main()
except Refused as error:
    tell("refused", case=None, text=str(error), notes=[])
except BaseException as error:
    if isinstance(error, KeyboardInterrupt):
        raise
    # Our own program stumbled: that says nothing about the backend.
    tell("broken", case=None, text=describe(error), notes=[])
leave()
`;
