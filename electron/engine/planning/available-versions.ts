import { satisfies } from '../knowledge/versions.ts';
import { ProblemError, type ProblemCode } from '../../../shared/problem.ts';
import { parseRequirement } from '../packages/requirement.ts';
import { pip } from '../pip/run-pip.ts';
import type { Part } from './intent.ts';
import { ifReachable, type Ground } from './resolve-attempt.ts';

/** Which attempts an index can serve at all, as far as it tells; asked once for each index. */
export function createVersionQuestion(ground: Ground, name: string) {
  const known = new Map<string, Promise<string[] | null>>();
  return async function mayServe(part: Part): Promise<boolean> {
    const index = ground.settingsOf(part)['index-url'] ?? '';
    const asked = known.get(index) ?? versionsOn(ground, part, name);
    known.set(index, asked);
    const versions = await asked;
    const wanted = part.requirements
      .map((each) => parseRequirement(each))
      .find((each) => each?.name === name);
    // Where nobody tells, it is tried.
    if (versions === null || !wanted || wanted.specifier === '') return true;
    return versions.some((each) => satisfies(each, wanted.specifier));
  };
}

/** Nobody wants to wait for the same once more. */
const waitedLong: ReadonlySet<ProblemCode> = new Set([
  'cancelled',
  'python-silent',
  'download-stalled',
]);

/** `pip index versions`: those for this Python, newest first; null where it does not say. */
async function versionsOn(ground: Ground, part: Part, name: string): Promise<string[] | null> {
  const { system, diagnosis, options, folder } = ground;
  try {
    const words = ['index', 'versions', '--only-binary', ':all:', '--retries', '2', name];
    const settings = ground.settingsOf(part);
    const { stdout } = await ifReachable(ground, settings, () =>
      pip(system, diagnosis.environment, words, settings, { ...options, workingFolder: folder }),
    );
    const line = /^Available versions: (.*)$/m.exec(stdout)?.[1];
    return line === undefined ? null : line.split(',').map((each) => each.trim());
  } catch (error) {
    if (!(error instanceof ProblemError) || waitedLong.has(error.problem.code)) throw error;
    return error.problem.code === 'no-matching-wheel' ? [] : null;
  }
}
