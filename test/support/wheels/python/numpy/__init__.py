"""An imitation of numpy for tests."""

from ._imitation import version as __version__
