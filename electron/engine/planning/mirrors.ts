import type { MirrorsShown } from '../../../shared/mirrors.ts';
import { ownIndexes } from '../../../shared/mirrors.ts';
import { fail } from '../../../shared/problem.ts';
import { mirrorOf, mirrors, type Mirror } from '../knowledge/index-mirrors.ts';
import type { System } from '../machine/system.ts';
import { limitOf } from '../machine/time-limits.ts';

/** All mirrors that can be chosen; one of them tried, if it is named. Throws `mirror-unknown`. */
export async function showMirrors(system: System, tried?: string): Promise<MirrorsShown> {
  if (tried !== undefined && system.network?.().offline) fail('offline');
  const milliseconds = tried === undefined ? null : await tryMirror(system, requireMirror(tried));
  return { mirrors: [...mirrors], milliseconds };
}

/** How long a page that every mirror has takes to come, in milliseconds; null: it did not. */
function tryMirror(system: System, { pypi }: Mirror): Promise<number | null> {
  const page = `${pypi.replace(/\/+$/, '')}/pip/`;
  return system.fetchTime(page, limitOf(system, 'mirror'));
}

/**
 * The mirror of a plan: as it is asked for, else as it was once set; null: pip's own settings
 * decide. Throws `mirror-unknown` for a word that means none.
 */
export function chosenMirror(asked: string | undefined, set: string | null): Mirror | null {
  if (asked === undefined) return set === null ? null : mirrorOf(set);
  return asked === ownIndexes ? null : requireMirror(asked);
}

function requireMirror(id: string): Mirror {
  const known = [ownIndexes, ...mirrors.map((each) => each.id)].join(', ');
  return mirrorOf(id) ?? fail('mirror-unknown', { params: { id, known } });
}
