"""torch.ops: loading an extension library works, or fails as the dynamic loader would."""

import json
import sys

from ._imitation import settings
from . import version


class _Operator:
    def __init__(self, name):
        self.__name__ = name

    def __call__(self, *_, **__):
        raise NotImplementedError(self.__name__)


class _Namespace:
    def __init__(self, name):
        self._name = name
        self._operators = {}

    def __getattr__(self, name):
        if name.startswith("__"):
            raise AttributeError(name)
        try:
            return self.__dict__["_operators"][name]
        except KeyError:
            raise AttributeError(
                f"'_OpNamespace' '{self._name}' object has no attribute '{name}'"
            ) from None


class _Ops:
    def __init__(self):
        self._namespaces = {}
        self.loaded_libraries = set()

    def __getattr__(self, name):
        if name.startswith("__"):
            raise AttributeError(name)
        return self._namespaces.setdefault(name, _Namespace(name))

    def _define(self, name):
        namespace, _, operator = name.partition("::")
        getattr(self, namespace)._operators[operator] = _Operator(operator)

    def load_library(self, path):
        with open(path, "rb") as file:
            wanted = json.loads(file.read().split(b"\n", 1)[1])
        reason = _why_not(path, wanted)
        if reason is not None:
            raise OSError(reason)
        for operator in wanted["operators"]:
            self._define(operator)
        self.loaded_libraries.add(path)


def _why_not(path, wanted):
    """The loader's message where this library does not fit this torch, else None."""
    if wanted["cudaMajor"] is not None:
        if version.cuda is None:
            return _missing_library(path, "libc10_cuda.so")
        if version.cuda.split(".")[0] != wanted["cudaMajor"]:
            return _missing_library(path, "libcudart.so." + wanted["cudaMajor"])
    have = [int(part) for part in version.__version__.split("+")[0].split(".")[:2]]
    need = [int(part) for part in wanted["torch"].split("+")[0].split(".")[:2]]
    fits = have >= need if wanted["stableAbi"] else have == need
    if fits:
        return None
    if sys.platform == "win32":
        return (
            "[WinError 127] The specified procedure could not be found. "
            f'Error loading "{path}" or one of its dependencies.'
        )
    return f"{path}: undefined symbol: _ZNK3c105Error4whatEv"


def _missing_library(path, name):
    if sys.platform == "win32":
        return f"[WinError 126] The specified module could not be found. Error loading \"{path}\" or one of its dependencies."
    return f"{name}: cannot open shared object file: No such file or directory"


ops = _Ops()
# The schemas of torch's own kernels are there in every build, even where no kernel is.
for _name in settings["operators"]:
    ops._define(_name)
