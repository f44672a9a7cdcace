"""An imitation of sageattention for tests: the real one also imports triton without asking."""

from .core import sageattn
