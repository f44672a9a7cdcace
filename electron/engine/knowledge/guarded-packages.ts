import { valid } from '@renovatebot/pep440';
import * as z from 'zod';
import type { Guard } from '../../../shared/protection.ts';
import { liveRows } from './live-tables.ts';

const rows = liveRows(
  'guarded-packages',
  z.object({
    name: z.string(),
    keep: z.enum(['exact', 'major']),
    manager: z.enum(['built-in', 'blacklist', 'downgrade']),
    source: z.string().min(1),
  }),
);

export function isGuarded(name: string): boolean {
  return rows.some((row) => row.name === name);
}

/** What keeps each package that is here and that attention rests on. */
export function guardsFor(installed: readonly { name: string; version: string }[]): Guard[] {
  return rows.flatMap(({ name, keep }) => {
    const version = installed.find((each) => each.name === name)?.version;
    if (version === undefined || valid(version) === null) return [];
    return [{ name, specifier: keep === 'major' ? sameMajor(version) : exactly(version) }];
  });
}

/**
 * `==2.9.1` would let 2.9.1+cpu in the place of 2.9.1 (PEP 440, version matching: a local label is
 * ignored where none is asked for); `===` compares the letters.
 */
function exactly(version: string): string {
  return version.includes('+') ? `==${version}` : `===${version}`;
}

function sameMajor(version: string): string {
  const major = Number.parseInt(version.replace(/^v?(?:\d+!)?/, ''), 10);
  return `>=${major},<${major + 1}`;
}

/** The guarded names that ComfyUI-Manager does not leave alone by itself, by the way to tell it. */
export function namesForManager(
  guards: readonly Guard[],
  way: 'blacklist' | 'downgrade',
): string[] {
  const names = guards.map(({ name }) => name);
  return rows.filter((row) => row.manager === way && names.includes(row.name)).map((r) => r.name);
}
