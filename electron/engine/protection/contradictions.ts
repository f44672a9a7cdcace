import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Facts } from '../../../shared/facts.ts';
import { versionOf } from '../../../shared/named-distribution.ts';
import { isGuarded } from '../knowledge/guarded-packages.ts';
import type { System } from '../machine/system.ts';
import { markerEnvironment } from '../packages/marker-environment.ts';
import { markerHolds } from '../packages/marker-holds.ts';
import { requirementOf, type FileRequirement } from '../packages/requirements-file.ts';
import { meets } from '../packages/requirements-here.ts';
import { readRequirementsList } from '../packages/requirements-list.ts';
import { constraintsIn } from './forms/pip-settings-form.ts';
import { constraintsOfUv } from './forms/uv-form.ts';
import type { Place } from './places.ts';

/** A line of the user's own, and where it stands. */
export type Own = { file: string; requirement: FileRequirement };

/** The user's own constraints in and behind these files, which are read without what is ours. */
export async function ownConstraints(
  system: System,
  places: readonly { place: Place; plain: Uint8Array | null }[],
): Promise<Own[]> {
  const found = await Promise.all(
    places.map(async ({ place, plain }) => {
      const { path: file, form, wanted } = place;
      const [address, ...inherited] = wanted;
      if (form !== 'pip' && form !== 'uv') return [];
      const text = Buffer.from(plain ?? []).toString('utf8');
      if (form === 'uv')
        return constraintsOfUv(text).flatMap((line) => {
          const requirement = requirementOf(line);
          return requirement ? [{ file, requirement }] : [];
        });
      const named = constraintsIn(text, 'install').filter((each) => each !== address);
      const lists = await Promise.all(
        [...new Set([...named, ...inherited])].flatMap((each) => localFile(each) ?? []).map(listOf),
      );
      return lists.flat();
    }),
  );
  return found.flat();

  async function listOf(file: string): Promise<Own[]> {
    const list = await readRequirementsList(system, file);
    const included = (list?.constraints ?? []).map((requirement) => ({ file, requirement }));
    const plain = (list?.requirements ?? []).map(({ from, requirement }) => ({
      ...{ file: from, requirement },
    }));
    return [...plain, ...included];
  }
}

/** Those that ask for another version of a guarded package than the one that is here. Pure. */
export function contradictionsAmong(
  facts: Pick<Facts, 'distributions' | 'platform' | 'architecture' | 'interpreter'>,
  own: readonly Own[],
): Own[] {
  const environment = markerEnvironment(facts);
  return own.filter(({ requirement: { name, specifier, marker } }) => {
    const version = isGuarded(name) ? versionOf(facts.distributions, name) : null;
    if (version === null) return false;
    if (marker !== null && markerHolds(marker, environment) !== true) return false;
    return !meets(version, specifier);
  });
}

/** null: an address, or a path that depends on where pip is started. */
function localFile(constraint: string): string | null {
  if (!/^file:/i.test(constraint)) return path.isAbsolute(constraint) ? constraint : null;
  try {
    return fileURLToPath(constraint);
  } catch (error) {
    // Of another computer, or none at all: pip will say so.
    if (error instanceof TypeError) return null;
    throw error;
  }
}
