import torch


def no_such_operator(*_, **__):
    raise RuntimeError(
        "No such operator - did you forget to build xformers with `python setup.py develop`?"
    )


def get_operator(library, name):
    try:
        return getattr(getattr(torch.ops, library), name)
    except AttributeError:
        return no_such_operator


class BaseOperator:
    OPERATOR = None
    NAME = ""
    OPERATOR_CATEGORY = "memory_efficient_attention"

    @classmethod
    def is_available(cls):
        return cls.OPERATOR is not None and cls.OPERATOR is not no_such_operator

    @classmethod
    def info(cls):
        return "available" if cls.is_available() else "unavailable"
