import * as z from 'zod';
import { kindRows } from '../../../shared/environment-kinds.ts';
import type { Environment } from '../../../shared/install.ts';
import type { System } from '../machine/system.ts';
import table from './pip-settings.json' with { type: 'json' };

const rows = z.object({ rows: z.array(z.object({ setting: z.string() })) });
const kept = new Set(rows.parse(table).rows.map((row) => row.setting));
/** `PIP_CONFIG_FILE` with this name makes pip read no configuration file at all. */
const noFile = { win32: 'nul', linux: '/dev/null', darwin: '/dev/null' } as const;

export type Settings = Readonly<Record<string, string>>;
type Variables = Record<string, string | undefined>;

/**
 * What `pip config list` says, as far as it may reach our calls. Variables outrank the section
 * of a command, which outranks the general one (pip documentation, configuration).
 */
export function readSettings(listing: string): Settings {
  const ranked: [number, string, string][] = [];
  for (const line of listing.split(/\r?\n/)) {
    const match = /^(global|install|download|:env:)\.([\w-]+)=(.*)$/.exec(line.trim());
    const [, section = '', key = '', value = ''] = match ?? [];
    const text = unquote(value);
    // pip takes no notice of an empty value, and so it hides none.
    if (!match || !kept.has(key) || text === '') continue;
    ranked.push([['global', 'download', 'install', ':env:'].indexOf(section), key, text]);
  }
  ranked.sort(([a], [b]) => a - b);
  return Object.fromEntries(ranked.map(([, key, value]) => [key, value]));
}

/** A Python string literal as repr() writes it. */
function unquote(literal: string): string {
  const inner = /^(['"])(.*)\1$/s.exec(literal)?.[2] ?? literal;
  return inner.replace(/\\(n|t|r|x[0-9a-f]{2}|u[0-9a-f]{4}|.)/gi, (_, escape: string) => {
    const simple = { n: '\n', t: '\t', r: '\r' }[escape];
    if (simple !== undefined) return simple;
    return /^[xu]/i.test(escape) && escape.length > 1
      ? String.fromCharCode(Number.parseInt(escape.slice(1), 16))
      : escape;
  });
}

/** This index and no other. */
export function withIndex(own: Settings, url: string): Settings {
  const { 'extra-index-url': _, ...rest } = own;
  return { ...rest, 'index-url': url };
}

/** pip without any setting but these: no configuration file, no variable of the user's. */
export function variablesOf(
  system: System,
  { kind }: Pick<Environment, 'kind'>,
  settings: Settings,
): Variables {
  const blank = Object.keys(system.environment)
    .filter((name) => /^PIP_/i.test(name))
    .map((name): [string, undefined] => [name, undefined]);
  const set = Object.entries(settings).map(([key, value]): [string, string] => [
    `PIP_${key.toUpperCase().replaceAll('-', '_')}`,
    // In a variable blanks part values, as line ends do in a file.
    value.trim().replace(/\s*\n\s*/g, ' '),
  ]);
  return {
    ...Object.fromEntries(blank),
    ...always(system),
    // A connection that breaks is taken up where it broke (Range), for minutes without a network:
    // pip gives up after 5 attempts. Older ones than 25.1 do not know it and take no notice.
    PIP_RESUME_RETRIES: '60',
    PIP_CONFIG_FILE: noFile[system.platform],
    // Not beside the environment, either, where pip thinks that it may not write; but there where
    // nothing else may be written to.
    PIP_USER: kindRows[kind].userSite === 'only-place' ? '1' : '0',
    ...Object.fromEntries(set),
  };
}

/** For every call, also the one that asks for the settings. */
export function always(system: System): Variables {
  const python = Object.keys(system.environment)
    .filter((name) => /^PYTHON/i.test(name))
    .map((name): [string, undefined] => [name, undefined]);
  return {
    ...Object.fromEntries(python),
    PIP_DISABLE_PIP_VERSION_CHECK: '1',
    PIP_NO_COLOR: '1',
    PIP_NO_INPUT: '1',
    // An embedded Python is no virtual environment: this setting would refuse it.
    PIP_REQUIRE_VIRTUALENV: undefined,
    // `python = ...` in a configuration file starts pip again with that Python, unless pip takes
    // itself for the one that was started so. Source: pip/_internal/cli/main_parser.py, 22.3.
    _PIP_RUNNING_IN_SUBPROCESS: '1',
  };
}
