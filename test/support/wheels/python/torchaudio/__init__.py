"""An imitation of torchaudio for tests."""

from ._imitation import version as __version__
