"""Names what the imitation computed, as the real profiler names kernels and operators."""

from ._imitation import computed


class ProfilerActivity:
    CPU = "CPU"
    CUDA = "CUDA"


class _Range:
    def elapsed_us(self):
        return 1.0


class _Event:
    time_range = _Range()

    def __init__(self, name, device_type):
        self.name = name
        self.device_type = device_type


class profile:
    def __init__(self, activities):
        self.activities = activities

    def __enter__(self):
        self.begin = len(computed)
        return self

    def __exit__(self, *_):
        return False

    def events(self):
        found = []
        for kernel, operator, where in computed[self.begin :]:
            found.append(_Event(operator, "DeviceType.CPU"))
            if where == "cuda" and ProfilerActivity.CUDA in self.activities:
                found.append(_Event(kernel, "DeviceType.CUDA"))
        return found
