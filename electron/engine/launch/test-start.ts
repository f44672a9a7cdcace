import path from 'node:path';

/** Where a test start may write: all of it below one folder of ours. */
export type TestFolders = {
  user: string;
  output: string;
  temp: string;
  input: string;
  database: string;
};

/** Flags that a test start sets itself, or that would open something; with the words they take. */
const ours: Readonly<Record<string, number>> = {
  '--port': 1,
  '--listen': 1,
  '--tls-keyfile': 1,
  '--tls-certfile': 1,
  '--user-directory': 1,
  '--output-directory': 1,
  '--temp-directory': 1,
  '--input-directory': 1,
  '--database-url': 1,
  '--front-end-version': 1,
  '--auto-launch': 0,
  '--windows-standalone-build': 0,
  '--disable-all-custom-nodes': 0,
  '--quick-test-for-ci': 0,
};

const { '--input-directory': _, ...withoutInput } = ours;

/** The flags that a ComfyUI's own cli_args.py declares. */
export function knownFlags(cliArguments: string): ReadonlySet<string> {
  return new Set(
    [...cliArguments.matchAll(/["'](--[a-z][a-z0-9-]*)["']/g)].map((each) => each[1] ?? ''),
  );
}

/**
 * The words of a start that ends by itself and writes into `folders` alone, or with `listens` of
 * one that waits for work; null where this version cannot. What is said of attention, memory and devices stays as it is. Pure.
 */
export function testStart(
  flags: readonly string[],
  known: ReadonlySet<string>,
  start: { folders: TestFolders; port: number; cpu: boolean; listens?: true },
): string[] | null {
  const { folders, port, cpu, listens } = start;
  if (!known.has(listens ? '--port' : '--quick-test-for-ci')) return null;
  const wanted: [flag: string, ...values: string[]][] = [
    ...(listens ? [] : ([['--quick-test-for-ci']] satisfies [string][])),
    ['--disable-all-custom-nodes'],
    ['--disable-auto-launch'],
    ['--port', String(port)],
    ['--user-directory', folders.user],
    ['--output-directory', folders.output],
    ['--temp-directory', folders.temp],
    // A workflow may begin with a picture of the user's.
    ...(listens ? [] : ([['--input-directory', folders.input]] satisfies [string, string][])),
    ['--database-url', `sqlite:///${folders.database}`],
    ...(cpu && !flags.includes('--cpu') ? ([['--cpu']] satisfies [string][]) : []),
  ];
  const own = listens ? flagsWithout(flags, withoutInput) : flagsWithout(flags, ours);
  return [...own, ...wanted.filter(([flag]) => known.has(flag)).flat()];
}

/** The user's own words, less those. A value may follow its flag or hang on it. */
function flagsWithout(flags: readonly string[], those: Readonly<Record<string, number>>): string[] {
  const kept: string[] = [];
  let skip = 0;
  for (const word of flags) {
    const [name = ''] = word.split('=');
    const values = those[name];
    if (values !== undefined) {
      skip = word.includes('=') ? 0 : values;
      continue;
    }
    // --listen may stand alone: the next flag is no value of it.
    if (skip > 0 && !word.startsWith('--')) {
      skip -= 1;
      continue;
    }
    skip = 0;
    kept.push(word);
  }
  return kept;
}

/** The folders of one test start below a folder of ours. */
export function testFolders(root: string): TestFolders {
  const below = (name: string): string => path.join(root, name);
  return {
    user: below('user'),
    output: below('output'),
    temp: below('temp'),
    input: below('input'),
    database: below('comfyui.db'),
  };
}
