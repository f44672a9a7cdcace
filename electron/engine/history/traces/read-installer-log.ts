import { normaliseName } from '../../packages/distributions.ts';
import type { MarkerEnvironment } from '../../packages/marker.ts';
import { askedOf } from './read-asked.ts';
import type { Asked, Deed } from './traces.ts';

type Kept = Pick<Deed, 'at' | 'line' | 'node' | 'did'>;

/** As ComfyUI-Manager's prestartup_script.py (and its older versions, without seconds) and electron-log write it. */
const stamp = /^\[(\d{4}-\d\d-\d\d)[ T](\d\d:\d\d(?::\d\d(?:\.\d{1,6})?)?)\]\s?/;
const level = /^\[(?:info|warn|error|debug|verbose)\]\s+/i;

/** Who the lines that follow are about; null ends it. In the words of ComfyUI-Manager (glob/manager_core.py, prestartup_script.py). */
const contexts: readonly RegExp[] = [
  /^Install: (?:pip packages|install script) for '(.+)'/,
  /^## Execute management script for '(.+)'/,
  /^Download: git clone '(.+)'/,
  /^CLONE into '(.+)'/,
  /^path=(.+?) \/ repo\.is_dirty/,
];
const ends =
  /^(?:Installation was successful|\[ComfyUI-Manager\] Startup script completed|\*\* ComfyUI startup time)/;

/** Options of pip and uv that take the next word with them. */
const withValue =
  /^(?:-[rcifet]|--(?:requirement|constraint|index-url|extra-index-url|find-links|target|index-strategy|prefix|root|python))$/;

/** What installers did by a log of ComfyUI-Manager or of ComfyUI Desktop. Pure; oldest first. */
export function readInstallerLog(text: string, environment: MarkerEnvironment): Kept[] {
  const deeds: Kept[] = [];
  let at: number | null = null;
  let node: string | null = null;
  /** What pip took away and has not put back yet. */
  let removed = new Map<string, { from: string; deed: Kept }>();

  function effect(line: string, name: string, from: string | null, to: string | null): void {
    deeds.push({ at, line, node, did: { kind: 'effect', name, from, to } });
  }
  function takenAway(line: string, name: string, from: string): void {
    removed.set(name, {
      from,
      deed: { at, line, node, did: { kind: 'effect', name, from, to: null } },
    });
  }
  function putIn(line: string, name: string, to: string): void {
    effect(line, name, removed.get(name)?.from ?? null, to);
    removed.delete(name);
  }
  function close(): void {
    deeds.push(...[...removed.values()].map(({ deed }) => deed));
    removed = new Map();
  }

  for (const raw of text.split(/\r?\n/)) {
    const time = stamp.exec(raw);
    if (time) at = localTime(time[1] ?? '', time[2] ?? '');
    const line = raw
      .slice(time?.[0].length ?? 0)
      .replace(level, '')
      .replace(/^\s*\[!\]\s?/, '')
      .trim();
    if (line === '') continue;
    const about = contexts.map((each) => each.exec(line)?.[1]).find((each) => each !== undefined);
    if (about !== undefined) {
      close();
      node = nodeOf(about);
      // The Manager names the folder after the command that it was about to run.
      const last = deeds.at(-1);
      if (last?.did.kind === 'command' && line.startsWith('## Execute')) last.node = node;
      continue;
    }
    if (ends.test(line)) {
      close();
      node = null;
      continue;
    }
    const command = commandIn(line);
    if (command) {
      close();
      const did = commandOf(command, environment);
      if (did) deeds.push({ at, line, node, did });
      continue;
    }
    const gone = /^Successfully uninstalled (\S+)$/.exec(line)?.[1];
    const [name, version] = gone === undefined ? [] : split(gone);
    if (name !== undefined && version !== undefined) takenAway(line, name, version);
    const installed = /^Successfully installed (.+)$/.exec(line)?.[1];
    for (const word of installed?.split(/\s+/) ?? []) {
      const [what, to] = split(word);
      if (what !== undefined && to !== undefined) putIn(line, what, to);
    }
    if (installed !== undefined) close();
    const byUv = /^([-+]) ([A-Za-z0-9][\w.-]*)==(\S+)$/.exec(line);
    if (byUv) {
      const [, sign, what = '', which = ''] = byUv;
      if (sign === '-') takenAway(line, normaliseName(what), which);
      else putIn(line, normaliseName(what), which);
    }
  }
  close();
  return deeds;
}

function nodeOf(where: string): string | null {
  const last =
    where
      .split(/[\\/]+/)
      .filter((part) => part !== '')
      .at(-1) ?? '';
  const name = last.replace(/\.git$/, '').replace(/@.*$/, '');
  return name === '' || name === '.' || name === '..' ? null : name;
}

/** The words of a command that a log shows, as a Python list or as a line. */
function commandIn(line: string): string[] | null {
  const listed = /ComfyUI-Manager: EXECUTE => \[(.*)\]$/.exec(line)?.[1];
  const written = /^Running (?:uv )?command:\s*(.+)$/.exec(line)?.[1];
  const text = listed ?? written;
  if (text === undefined) return null;
  return [...text.matchAll(/'([^']*)'|"([^"]*)"|([^\s,]+)/g)].map(
    ([, one, two, three]) => one ?? two ?? three ?? '',
  );
}

function commandOf(words: readonly string[], environment: MarkerEnvironment): Kept['did'] | null {
  const from = words.findIndex((word, at) => word === 'install' && words[at - 1] === 'pip');
  if (from === -1) return null;
  const asks: Asked[] = [];
  let upgrades = false;
  for (let at = from + 1; at < words.length; at += 1) {
    const word = words[at] ?? '';
    if (/^(?:-U|--upgrade|--force-reinstall|--reinstall)$/.test(word)) upgrades = true;
    if (withValue.test(word)) at += 1;
    else if (!word.startsWith('-')) {
      const asked = askedOf(word, environment);
      if (asked) asks.push(asked);
    }
  }
  return { kind: 'command', asks, upgrades };
}

/** "flash-attn-2.7.4" as pip writes it: the version is what follows the last dash. */
function split(word: string): [string, string] | [] {
  const match = /^(.+)-(\d[^-]*)$/.exec(word);
  return match ? [normaliseName(match[1] ?? ''), match[2] ?? ''] : [];
}

/** These programs write the time of their machine without its zone. */
function localTime(date: string, time: string): number | null {
  const at = new Date(`${date}T${time}`).getTime();
  return Number.isNaN(at) ? null : at;
}
