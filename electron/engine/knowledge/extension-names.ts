/**
 * Of compiled modules those that only another Python loads: name.cpython-311-x86_64-linux-gnu.so,
 * name.cp311-win_amd64.pyd. Files without a tag, or with abi3, serve any Python 3. Where one of
 * them fits, the others are remains of an earlier Python.
 * Source: PEP 3149; importlib.machinery.EXTENSION_SUFFIXES.
 */
export function anotherPythons(files: readonly string[], python: string): string[] {
  const minor = /^(\d+)\.(\d+)/.exec(python);
  if (!minor) return [];
  const wanted = `${minor[1] ?? ''}${minor[2] ?? ''}`;
  const tagged = files.flatMap((file) => {
    const tag = /\.cp(?:ython-)?(\d{2,3})t?-/.exec(file)?.[1];
    return tag ? [{ file, tag }] : [];
  });
  if (tagged.some(({ tag }) => tag === wanted)) return [];
  return tagged.map(({ file }) => file);
}
