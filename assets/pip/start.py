"""
Starts the pip that lies beside this file. With -X pycache_prefix Python keeps what it compiles of
pip in a folder of ours, which makes a call three times as fast. pip itself, though, asks
importlib.util where the bytecode of the packages lies that it takes away or puts in: that stays
beside their sources, where the environment has it. The import system asks another function.
"""
import importlib.util
import os
import sys

place = importlib.util.cache_from_source


def beside_source(path, *words, **options):
    prefix = sys.pycache_prefix
    sys.pycache_prefix = None
    try:
        return place(path, *words, **options)
    finally:
        sys.pycache_prefix = prefix


importlib.util.cache_from_source = beside_source
# The programs that pip starts know nothing of that folder.
os.environ["PYTHONDONTWRITEBYTECODE"] = "1"
# Isolated Pythons do not put it there.
here = os.path.dirname(os.path.abspath(__file__))
if sys.path[0] != here:
    sys.path.insert(0, here)

from pip._internal.cli.main import main  # noqa: E402

sys.exit(main())
