import torch

from . import __version__, _cpp_lib, _is_opensource, _is_triton_available, ops


def get_features_status():
    features = {}
    for operator in ops.fmha.ALL_FW_OPS + ops.fmha.ALL_BW_OPS:
        features[f"memory_efficient_attention.{operator.NAME}"] = operator.info()
    for name in ("scaled_index_addF", "scaled_index_addB", "index_select"):
        features[f"indexing.{name}"] = "available" if _is_triton_available() else "unavailable"
    features["is_triton_available"] = str(_is_triton_available())
    return features


def print_info():
    features = get_features_status()
    print(f"xFormers {__version__}")
    features["pytorch.version"] = torch.__version__
    if torch.cuda.is_available():
        features["pytorch.cuda"] = "available"
        capability = torch.cuda.get_device_capability(torch.cuda.current_device())
        features["gpu.compute_capability"] = ".".join(str(part) for part in capability)
        features["gpu.name"] = torch.cuda.get_device_name(0)
    else:
        features["pytorch.cuda"] = "not available"
    features["dcgm_profiler"] = "unavailable"
    build = _cpp_lib._build_metadata
    if build is None:
        features["build.info"] = "none"
    else:
        features["build.info"] = "available"
        features["build.cuda_version"] = build.cuda_version
        features["build.hip_version"] = build.hip_version
        features["build.python_version"] = build.python_version
        features["build.torch_version"] = build.torch_version
        for name, value in build.build_env.items():
            features[f"build.env.{name}"] = value
    features["source.privacy"] = "open source" if _is_opensource else "fairinternal"
    for name, status in features.items():
        print("{:<50} {}".format(f"{name}:", str(status)))


if __name__ == "__main__":
    print_info()
