import path from 'node:path';
import type { System } from '../machine/system.ts';
import { pythonProgram } from '../pythons/environment-executable.ts';
import type { Consents } from './consents.ts';

/**
 * The machine, but no Python is started that the user has to be asked about first: `run` then
 * throws `consent-needed`. It is here, at the one door to programs, so that no job can forget it;
 * and it looks each time, because a program may be replaced between two starts.
 */
export function onlyConsented(system: System, consents: Pick<Consents, 'require'>): System {
  return {
    ...system,
    async run(command, options) {
      const { program } = command;
      if (path.isAbsolute(program) && pythonProgram.test(path.basename(program)))
        await consents.require(program);
      return system.run(command, options);
    },
  };
}
