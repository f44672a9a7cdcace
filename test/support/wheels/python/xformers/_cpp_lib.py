import importlib.machinery
import json
import logging
import os
import platform

import torch

from ._imitation import settings

logger = logging.getLogger("xformers")

_ADDRESS = "https://github.com/facebookresearch/xformers#installing-xformers"
_FEATURES = "  Memory-efficient attention, SwiGLU, sparse and more won't be available."
_FOLDER = os.path.dirname(__file__)


class _BuildInfo:
    def __init__(self, metadata):
        self.metadata = metadata

    cuda_version = property(lambda self: self.metadata["version"]["cuda"])
    hip_version = property(lambda self: self.metadata["version"].get("hip"))
    torch_version = property(lambda self: self.metadata["version"]["torch"])
    python_version = property(lambda self: self.metadata["version"]["python"])
    flash_version = property(lambda self: self.metadata["version"].get("flash", "0.0.0"))
    use_torch_flash = property(lambda self: self.metadata["version"].get("use_torch_flash", False))
    build_env = property(lambda self: self.metadata["env"])


class xFormersWasNotBuiltException(Exception):
    def __str__(self):
        return (
            "Need to compile C++ extensions to use all xFormers features.\n"
            f"    Please install xformers properly (see {_ADDRESS})\n{_FEATURES}"
        )


class xFormersInvalidLibException(Exception):
    def __init__(self, build_info):
        self.build_info = build_info

    def __str__(self):
        if self.build_info is None:
            built_for = "xFormers was built for a different version of PyTorch or Python."
        else:
            built_for = (
                "xFormers was built for:\n"
                f"    PyTorch {self.build_info.torch_version} with CUDA {self.build_info.cuda_version}"
                f" (you have {torch.__version__})\n"
                f"    Python  {self.build_info.python_version} (you have {platform.python_version()})"
            )
        return (
            f"xFormers can't load C++/CUDA extensions. {built_for}\n"
            f"  Please reinstall xformers (see {_ADDRESS})\n{_FEATURES}"
        )


def _register_extensions():
    finder = importlib.machinery.FileFinder(
        _FOLDER,
        (importlib.machinery.ExtensionFileLoader, importlib.machinery.EXTENSION_SUFFIXES),
    )
    found = finder.find_spec("_C_hip" if torch.version.hip else "_C")
    if found is None:
        raise xFormersWasNotBuiltException()
    build_info = _read_build_info()
    try:
        torch.ops.load_library(found.origin)
    except OSError as error:
        raise xFormersInvalidLibException(build_info) from error
    return build_info


def _read_build_info():
    try:
        with open(os.path.join(_FOLDER, "cpp_lib.json"), encoding="utf-8") as file:
            return _BuildInfo(json.load(file))
    except FileNotFoundError:
        return None


_cpp_library_load_exception = None
_build_metadata = None

try:
    _build_metadata = _register_extensions()
except (xFormersInvalidLibException, xFormersWasNotBuiltException) as _error:
    if os.environ.get("XFORMERS_MORE_DETAILS", False):
        logger.warning(f"WARNING[XFORMERS]: {_error}", exc_info=_error)
    else:
        logger.warning(
            f"WARNING[XFORMERS]: {_error}\n  Set XFORMERS_MORE_DETAILS=1 for more details"
        )
    _cpp_library_load_exception = _error

_built_with_cuda = _build_metadata is not None and _build_metadata.cuda_version is not None
_has_cpp_library = _cpp_library_load_exception is None
