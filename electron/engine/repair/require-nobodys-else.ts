import { fail } from '../../../shared/problem.ts';
import type { System } from '../machine/system.ts';
import type { Journal } from './journal.ts';
import type { Owners } from './owners.ts';
import { keyOf } from './places.ts';

/**
 * A wheel that writes over a file of another package is refused, unless it brings the very same
 * content, as the parts of `nvidia` do. Throws `belongs-to-others`, before anything is changed.
 */
export async function requireNobodysElse(
  system: System,
  { territory }: Journal,
  owners: Owners,
): Promise<void> {
  for (const { path: location, sha256 } of territory.brought) {
    const owner = owners.get(keyOf(system, location));
    if (owner === undefined || (await system.files.linkInfo(location)) === null) continue;
    if (sha256 !== null && (await system.files.sha256(location)) === sha256) continue;
    fail('belongs-to-others', { params: { path: location, name: owner } });
  }
}
