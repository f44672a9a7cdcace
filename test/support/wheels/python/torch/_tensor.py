"""Tensors that know their shape, kind and device, and hold no numbers."""


class dtype:
    def __init__(self, name):
        self.name = name

    def __repr__(self):
        return "torch." + self.name


float16 = dtype("float16")
bfloat16 = dtype("bfloat16")
float32 = dtype("float32")
float64 = dtype("float64")
int32 = dtype("int32")


class device:
    def __init__(self, type, index=None):
        if isinstance(type, device):
            type, index = type.type, type.index
        if ":" in type:
            type, _, index = type.partition(":")
        self.type = type
        self.index = None if index is None else int(index)

    def __repr__(self):
        if self.index is None:
            return f"device(type='{self.type}')"
        return f"device(type='{self.type}', index={self.index})"

    def __eq__(self, other):
        return repr(self) == repr(other)


class Tensor:
    requires_grad = False

    def __init__(self, shape, kind=float32, where="cpu"):
        self.shape = tuple(shape)
        self.dtype = kind
        self.device = device(where)

    @property
    def ndim(self):
        return len(self.shape)

    @property
    def is_cuda(self):
        return self.device.type == "cuda"

    def dim(self):
        return self.ndim

    def size(self, index=None):
        return self.shape if index is None else self.shape[index]

    def stride(self, index=None):
        strides = []
        step = 1
        for length in reversed(self.shape):
            strides.insert(0, step)
            step *= length
        return tuple(strides) if index is None else strides[index]

    def to(self, *targets, **_):
        kind, where = self.dtype, self.device
        for target in targets:
            if isinstance(target, dtype):
                kind = target
            else:
                where = _checked(target)
        return Tensor(self.shape, kind, where)

    def cuda(self):
        return self.to("cuda")

    def cpu(self):
        return self.to("cpu")

    def __repr__(self):
        return f"tensor(..., size={self.shape}, dtype={self.dtype}, device='{self.device.type}')"


def _checked(where):
    where = device(where)
    if where.type == "cuda":
        from . import cuda

        cuda._lazy_init()
    return where


def _make(*shape, dtype=float32, device="cpu", **_):
    if len(shape) == 1 and isinstance(shape[0], (tuple, list)):
        shape = shape[0]
    return Tensor(shape, dtype, _checked(device))


empty = ones = rand = randn = zeros = _make
