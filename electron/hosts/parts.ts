const names = { electron: 'Electron', chrome: 'Chromium', node: 'Node.js' } as const;

/** Electron's types say that each is there; Node alone has no Chromium. */
const versions: Readonly<Partial<Record<string, string>>> = process.versions;

/** The versions of what carries the app, for reading. */
export function partsOf(
  wanted: readonly (keyof typeof names)[],
): { name: string; version: string }[] {
  return wanted.flatMap((each) => {
    const version = versions[each];
    return version === undefined ? [] : [{ name: names[each], version }];
  });
}
