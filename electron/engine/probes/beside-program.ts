import type { Beside } from '../pythons/beside.ts';

/**
 * Stands before a probe's own program: puts the folder first where Python looks, and hides what
 * its packages replace. Not a matter of PYTHONPATH, which embedded Pythons do not read. Works
 * from Python 3.7 on.
 */
export function besideProgram({ folder, replaced, modules }: Beside): string {
  const told = Buffer.from(JSON.stringify({ folder, replaced, modules })).toString('base64');
  return `import base64, json\nbeside = json.loads(base64.b64decode("${told}").decode("utf-8"))\n${program}`;
}

const program = String.raw`
def look_beside(folder, replaced, modules):
    import importlib, importlib.machinery, os, re, site, sys

    def place(path):
        return os.path.normcase(os.path.realpath(str(path)))

    class Beside(importlib.machinery.PathFinder):
        @classmethod
        def find_spec(cls, name, path=None, target=None):
            if path is None and name in modules:
                path = [folder]
            return super().find_spec(name, path, target)

        @classmethod
        def find_distributions(cls, *words, **named):
            for each in super().find_distributions(*words, **named):
                try:
                    name = re.sub(r"[-_.]+", "-", each.metadata["Name"]).lower()
                    hidden = name in replaced and place(each.locate_file("")) != place(folder)
                except Exception:
                    hidden = False  # without a name it is none of those that are replaced
                if not hidden:
                    yield each

    before = list(sys.path)
    # Also what its .pth files ask for, as for any folder of packages.
    site.addsitedir(folder)
    sys.path[:] = [each for each in sys.path if each not in before] + before
    plain = importlib.machinery.PathFinder
    sys.meta_path[:] = [Beside if each is plain else each for each in sys.meta_path]
    importlib.invalidate_caches()

look_beside(**beside)
del look_beside, beside
`;
