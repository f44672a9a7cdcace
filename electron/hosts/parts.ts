const names = { electron: 'Electron', chrome: 'Chromium', node: 'Node.js' } as const;

/** The versions of what carries the app, for reading. */
export function partsOf(
  wanted: readonly (keyof typeof names)[],
): { name: string; version: string }[] {
  return wanted.flatMap((each) => {
    // Electron's types say that each is there; Node alone has no Chromium.
    const version: string | undefined = Reflect.get(process.versions, each);
    return version === undefined ? [] : [{ name: names[each], version }];
  });
}
