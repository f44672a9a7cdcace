import path from 'node:path';
import type { ExtensionAnswer } from '../../../shared/extensions.ts';
import type { Facts } from '../../../shared/facts.ts';
import type { Environment } from '../../../shared/install.ts';
import { wheelsOfPlan, type Plan, type Wheel } from '../../../shared/plan.ts';
import { fail } from '../../../shared/problem.ts';
import { readExtensions } from '../inspection/extensions.ts';
import { causeOfExtension, isFileOfExtension } from '../knowledge/compiled-extensions.ts';
import type { System } from '../machine/system.ts';
import { ifUnanswered } from '../machine/unanswered.ts';
import { normaliseName } from '../packages/distributions.ts';

type Ground = { system: System; environment: Environment; facts: Facts };

/**
 * Plays the loader through with the downloaded wheels beside the torch that is installed, before
 * anything is changed. Nothing is said where a plan brings torch or its libraries itself, nor where
 * it cannot be told: the proof after the installation stands. Throws `would-not-load`.
 */
export async function requireLoadable(
  ground: Ground,
  plan: Plan,
  files: readonly string[],
  staging: string,
): Promise<void> {
  const wheels = wheelsOfPlan(plan);
  if (wheels.some(({ name }) => /^(torch$|nvidia-|cuda-)/.test(normaliseName(name)))) return;
  const answers = await answersOfWheels(ground, wheels, files, path.join(staging, 'look'));
  const failing = answers.find(
    (each) => each.answer === 'cannot-load' && causeOfExtension(each) !== null,
  );
  if (!failing) return;
  const { distribution: name, file, name: missing = '' } = failing;
  fail('would-not-load', { params: { name, file, missing } });
}

/** What the loader would say of the compiled files of these wheels; they are unpacked below `folder`. */
async function answersOfWheels(
  { system, environment, facts }: Ground,
  wheels: readonly Wheel[],
  files: readonly string[],
  folder: string,
): Promise<ExtensionAnswer[]> {
  const names: string[] = [];
  for (const wheel of wheels) {
    const file = files.find((each) => path.basename(each) === wheel.fileName);
    const name = normaliseName(wheel.name);
    // A full disk, or a file that is no zip, is told by those who need it.
    const unpack = file === undefined ? null : unpackCompiled(system, name, file, folder);
    if (await unpack?.catch(ifUnanswered(false))) names.push(name);
  }
  if (names.length === 0) return [];
  const others = facts.distributions.filter((each) => each.name === 'torch');
  const own = names.map((name) => ({
    name,
    version: '',
    location: path.join(folder, `${name}.dist-info`),
    hasRecord: false,
  }));
  const answers = await readExtensions(system, environment, [...others, ...own], facts.torch);
  return answers.filter((each) => names.includes(each.distribution));
}

/** The files of a wheel that a loader reads: the extensions and the libraries beside them. */
async function unpackCompiled(
  system: System,
  name: string,
  file: string,
  folder: string,
): Promise<boolean> {
  const archive = await system.files.openArchive(file);
  try {
    const wanted = archive.entries.filter(
      (each) => isFileOfExtension(name, each.name) || /^[^/\\]+\.libs\/[^/\\]+$/.test(each.name),
    );
    if (!wanted.some((each) => isFileOfExtension(name, each.name))) return false;
    for (const each of wanted)
      await archive.extract(each.name, path.join(folder, ...each.name.split('/')));
    return true;
  } finally {
    archive.close();
  }
}
