from . import cuda, mps
