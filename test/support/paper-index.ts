import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createNodeSystem } from '../../electron/engine/machine/node-system.ts';
import type { RunOptions, RunResult, System } from '../../electron/engine/machine/system.ts';
import { write } from './paper-environment.ts';

/** What pip was asked in a dry run. */
export type Asked = {
  words: readonly string[];
  requirements: string[];
  /** The lines of the constraints file. */
  constraints: string[];
  options: RunOptions;
};

/** An entry of pip's report. */
export type Reported = {
  metadata: { name: string; version: string; requires_dist?: string[] };
  download_info: {
    url: string;
    archive_info?: { hash?: string; hashes?: Record<string, string> };
  };
};

/** A pip that finds by hand what it is asked for: for tests that start no program. */
export type PaperIndex = {
  /** What a dry run finds; a text is what pip says as it fails. */
  find: (asked: Asked) => Reported[] | string;
  /** What `pip config list` prints. */
  config?: string;
  /** What `pip index versions -vv` says before it fails: an index that answers, unless asked. */
  versions?: string;
  /** What `pip download` lays down, by file name. */
  downloads?: Record<string, string>;
};

/** A wheel as pip's report names it. */
export function reported(
  name: string,
  version: string,
  sha256: string | null = 'a1',
  requires: string[] = [],
): Reported {
  const archive = sha256 === null ? {} : { archive_info: { hashes: { sha256 } } };
  return {
    metadata: { name, version, ...(requires.length > 0 ? { requires_dist: requires } : {}) },
    download_info: { url: `https://index.example/${name}-${version}.whl`, ...archive },
  };
}

/** A Linux with that pip. Tells each dry run and each other call that it got. */
export function withPaperIndex(index: PaperIndex) {
  const asked: Asked[] = [];
  const calls: { words: readonly string[]; options: RunOptions }[] = [];
  const system: System = {
    ...createNodeSystem(),
    platform: 'linux',
    environment: {},
    processes: () => Promise.resolve([]),
    contentLength: () => Promise.resolve(100),
    run: async (command, options = {}) => {
      const words = command.arguments.slice(command.arguments.indexOf('pip') + 1);
      calls.push({ words, options });
      if (words[0] === 'config') return ended(index.config ?? '');
      if (words[0] === 'index') {
        const text = index.versions ?? '';
        if (text !== '') options.onLine?.({ stream: 'stdout', text });
        return { exitCode: 1, stdout: text, stderr: 'ERROR: No matching distribution found for x' };
      }
      if (words[0] === 'download') return downloaded(index, words);
      const dryRun = await askedBy(words, options);
      asked.push(dryRun);
      const found = index.find(dryRun);
      if (typeof found === 'string') return { exitCode: 1, stdout: '', stderr: found };
      await write(after(words, '--report'), JSON.stringify({ version: '1', install: found }));
      return ended('');
    },
  };
  return { system, asked, calls };
}

async function askedBy(words: readonly string[], options: RunOptions): Promise<Asked> {
  const text = await readFile(after(words, '--constraint'), 'utf8');
  const requirements = words.slice(words.indexOf('--constraint') + 2);
  return { words, requirements, constraints: text.split('\n').filter(Boolean), options };
}

async function downloaded({ downloads = {} }: PaperIndex, words: readonly string[]) {
  for (const [name, content] of Object.entries(downloads))
    await write(join(after(words, '--dest'), name), content);
  return ended('');
}

function after(words: readonly string[], flag: string): string {
  return words[words.indexOf(flag) + 1] ?? '';
}

const ended = (stdout: string): RunResult => ({ exitCode: 0, stdout, stderr: '' });
