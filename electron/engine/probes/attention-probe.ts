/**
 * Asks a Python about its attention packages. Fed to the user's interpreter on standard
 * input; prints the marker given as its argument, then one line of JSON. Every question is
 * guarded by itself, so that a broken package is an answer and not the end of the probe.
 * Works from Python 3.7 on. Kernels are not run here.
 */
export const attentionProbe = String.raw`
import json, os, platform, sys

marker = sys.argv[1]

if os.name == "nt":
    # A DLL with a missing entry point would open a dialog box and wait for a click.
    try:
        import ctypes
        ctypes.windll.kernel32.SetErrorMode(0x0001 | 0x0002 | 0x8000)
    except Exception:
        pass

def describe(error):
    return (type(error).__name__ + ": " + str(error))[:2000]

def ask(question, otherwise=None):
    try:
        return question()
    except BaseException as error:
        if isinstance(error, KeyboardInterrupt):
            raise
        return otherwise

def devices(torch):
    found = []
    for index in range(torch.cuda.device_count()):
        major, minor = torch.cuda.get_device_capability(index)
        properties = torch.cuda.get_device_properties(index)
        found.append({
            "vendor": "amd" if getattr(torch.version, "hip", None) else "nvidia",
            "name": torch.cuda.get_device_name(index),
            "computeCapability": "%d.%d" % (major, minor),
            "memoryMiB": int(properties.total_memory // (1024 * 1024)),
        })
    return found

def ask_torch():
    try:
        import torch
    except ModuleNotFoundError as error:
        if error.name == "torch":
            return None
        return {"version": None, "cuda": None, "cudaAvailable": None, "devices": [], "error": describe(error)}
    except BaseException as error:
        return {"version": None, "cuda": None, "cudaAvailable": None, "devices": [], "error": describe(error)}
    available = ask(lambda: bool(torch.cuda.is_available()))
    return {
        "version": ask(lambda: str(torch.__version__)),
        "cuda": ask(lambda: torch.version.cuda),
        "cudaAvailable": available,
        "devices": ask(lambda: devices(torch), []) if available else [],
        "architectures": ask(lambda: [str(each) for each in torch.cuda.get_arch_list()], []) if available else [],
        "error": None,
    }

def forward_operators():
    from xformers.ops import fmha
    listed = list(getattr(fmha, "ALL_FW_OPS", []))
    if not listed:
        import importlib
        for name in ("cutlass", "flash", "flash3", "triton_splitk", "small_k", "decoder", "ck", "ck_splitk", "ck_decoder"):
            module = ask(lambda: importlib.import_module("xformers.ops.fmha." + name))
            operator = getattr(module, "FwOp", None)
            if operator is not None:
                listed.append(operator)
    return [{"name": str(each.NAME), "available": bool(ask(each.is_available, False))} for each in listed]

def listed_features():
    from xformers import info
    found = []
    for name, status in info.get_features_status().items():
        if name.startswith("memory_efficient_attention."):
            short = name[len("memory_efficient_attention."):]
            found.append({"name": short, "available": status == "available"})
    return found

def ask_xformers():
    answer = {
        "version": None, "error": None, "hasAttribute": None, "opsError": None,
        "hasCppLibrary": None, "loadError": None, "builtForTorch": None, "operators": [],
    }
    try:
        import xformers
    except ModuleNotFoundError as error:
        if error.name == "xformers":
            return None
        answer["error"] = describe(error)
        return answer
    except BaseException as error:
        answer["error"] = describe(error)
        return answer
    answer["version"] = ask(lambda: str(xformers.__version__))
    def load_error():
        from xformers import _cpp_lib
        problem = _cpp_lib._cpp_library_load_exception
        return None if problem is None else describe(problem)
    def built_for():
        from xformers import _cpp_lib
        return _cpp_lib._build_metadata.torch_version
    answer["loadError"] = ask(load_error)
    answer["builtForTorch"] = ask(built_for)
    answer["hasCppLibrary"] = ask(lambda: bool(xformers._has_cpp_library))
    try:
        import xformers.ops
        answer["hasAttribute"] = hasattr(xformers.ops, "memory_efficient_attention")
    except BaseException as error:
        answer["opsError"] = describe(error)
        return answer
    answer["operators"] = ask(forward_operators, []) or ask(listed_features, [])
    return answer

def ask_triton():
    try:
        import triton
    except ModuleNotFoundError as error:
        return None if error.name == "triton" else {"version": None, "error": describe(error)}
    except BaseException as error:
        return {"version": None, "error": describe(error)}
    version = ask(lambda: str(triton.__version__))
    # A folder that happens to be called triton imports too, as an empty namespace.
    return {"version": version, "error": None if version else "triton has no version: not the real package"}

def ask_import(module):
    # Only what is there: a missing companion is no error, and the files say so already.
    import importlib, importlib.util
    if ask(lambda: importlib.util.find_spec(module)) is None:
        return []
    try:
        loaded = importlib.import_module(module)
        # A folder left behind imports too, as an empty namespace.
        empty = getattr(loaded, "__file__", None) is None
        return [{"module": module, "error": "no module in the folder of that name" if empty else None}]
    except BaseException as error:
        if isinstance(error, KeyboardInterrupt):
            raise
        return [{"module": module, "error": describe(error)}]

answer = {
    "pythonVersion": platform.python_version(),
    "executable": sys.executable or "",
    "torch": ask_torch(),
    "xformers": ask_xformers(),
    "triton": ask_triton(),
    "imports": [each for name in ("torchvision", "flash_attn", "sageattention") for each in ask_import(name)],
}
sys.stdout.flush()
sys.stdout.write("\n" + marker + "\n" + json.dumps(answer) + "\n")
sys.stdout.flush()
# Interpreter shutdown with half-loaded CUDA libraries can hang or crash: leave at once.
os._exit(0)
`;
