"""An imitation of triton for tests."""

from ._imitation import version as __version__
from . import language


class _Kernel:
    def __init__(self, function):
        self.function = function

    def __call__(self, *arguments):
        return self.function(*arguments)

    def __getitem__(self, _grid):
        return lambda *_arguments, **_settings: None


def jit(function=None, **_):
    return _Kernel(function) if function is not None else jit


def cdiv(x, y):
    return (x + y - 1) // y
