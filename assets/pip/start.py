"""
Starts the pip that lies beside it; the build calls it `start/pip`, as people call what it runs. With -X pycache_prefix Python keeps what it compiles of
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
# The folder of this file has nothing to import, and isolated Pythons put none there.
sys.path.insert(0, os.path.dirname(os.path.dirname(os.path.abspath(__file__))))

from pip._internal.cli.main import main  # noqa: E402

sys.exit(main())
