from . import functional


class Module:
    pass
