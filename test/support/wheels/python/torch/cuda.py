from . import version
from ._imitation import clock, gpu, settings


def is_available():
    return gpu is not None and (version.cuda is not None or version.hip is not None)


def _lazy_init():
    if version.cuda is None and version.hip is None:
        raise AssertionError("Torch not compiled with CUDA enabled")
    if gpu is None:
        raise RuntimeError(
            "Found no NVIDIA driver on your system. Please check that you have an NVIDIA GPU and "
            "installed a driver from http://www.nvidia.com/Download/index.aspx"
        )


init = _lazy_init


def device_count():
    return 1 if is_available() else 0


def current_device():
    _lazy_init()
    return 0


def get_device_capability(_device=None):
    _lazy_init()
    return tuple(gpu["capability"])


def get_device_name(_device=None):
    _lazy_init()
    return gpu["name"]


class _Properties:
    def __init__(self):
        self.name = gpu["name"]
        self.major, self.minor = gpu["capability"]
        self.total_memory = gpu["memoryMiB"] * 1024 * 1024
        self.multi_processor_count = 128


def get_device_properties(_device=None):
    _lazy_init()
    return _Properties()


def mem_get_info(_device=None):
    total = get_device_properties().total_memory
    return total, total


def get_arch_list():
    return list(settings["architectures"]) if is_available() else []


def synchronize(_device=None):
    _lazy_init()


def empty_cache():
    return None


def is_bf16_supported():
    return is_available() and tuple(gpu["capability"]) >= (8, 0)


class Event:
    def __init__(self, enable_timing=False):
        self.at = 0.0

    def record(self):
        self.at = clock["ms"]

    def elapsed_time(self, other):
        return other.at - self.at


def memory_allocated():
    return 0


def max_memory_allocated():
    return 10 * 1024 * 1024


def reset_peak_memory_stats():
    return None


def set_per_process_memory_fraction(_fraction):
    return None
