import { createHash } from 'node:crypto';
import type { System } from '../machine/system.ts';
import { ifUnanswered } from '../machine/unanswered.ts';
import { programFiles } from './gather-program.ts';

/**
 * What a program is, so that another one at the same path is told from it: where its links lead
 * and the content of it, of the Python that its environment was made from, and of pyvenv.cfg. Not
 * by numbers and times of files: those of a stick or a network disk change each time it is plugged
 * in, and the user would be asked again about the same program.
 */
export async function identityOf(system: System, program: string): Promise<string> {
  const { programs, config } = await programFiles(system, program);
  const files = [...programs, ...(config === null ? [] : [config])];
  const hash = createHash('sha256');
  for (const file of files) {
    const real = await system.files.realPath(file).catch(ifUnanswered(null));
    const content =
      real === null ? null : await system.files.sha256(real).catch(ifUnanswered(null));
    hash.update(JSON.stringify([file, real, content]));
  }
  return hash.digest('hex');
}
