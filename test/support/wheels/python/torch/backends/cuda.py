from .._imitation import settings
from .. import version


def is_built():
    return version.cuda is not None


def is_flash_attention_available():
    return settings["flash"]


def flash_sdp_enabled():
    # A user's switch, not a fact about the build: the real one is True without flash as well.
    return True


def mem_efficient_sdp_enabled():
    return True


def math_sdp_enabled():
    return True
