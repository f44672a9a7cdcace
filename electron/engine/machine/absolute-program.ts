import { accessSync, constants, statSync } from 'node:fs';
import path from 'node:path';
import { isUnanswered } from './unanswered.ts';
import type { Variables } from './child-environment.ts';

/**
 * The full path of a program. One with a folder is meant from where we are, not from where it is
 * started; a bare name is looked for in the absolute folders of PATH alone, never in the current one.
 * The name itself where it is nowhere, which then fails as a missing command.
 */
export function absoluteProgram(program: string, environment: Variables): string {
  if (path.basename(program) !== program) return path.resolve(program);
  const search = Object.entries(environment).find(([name]) => name.toUpperCase() === 'PATH')?.[1];
  const endings = process.platform === 'win32' && !path.extname(program) ? ['.exe', '.com'] : [''];
  for (const folder of (search ?? '').split(path.delimiter)) {
    if (!path.isAbsolute(folder)) continue;
    const found = endings
      .map((ending) => path.join(folder, program + ending))
      .find((file) => isProgram(file));
    if (found !== undefined) return found;
  }
  return program;
}

function isProgram(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return statSync(file).isFile();
  } catch (thrown) {
    if (!isUnanswered(thrown)) throw thrown;
    return false;
  }
}
