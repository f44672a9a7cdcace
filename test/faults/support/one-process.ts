import type { System } from '../../../electron/engine/machine/system.ts';
import { ProblemError } from '../../../shared/problem.ts';

/** Numbers that no process of this machine can have (the kernel's highest is 4194304). */
let last = 5_000_000;
const living = new Set<number>();

/** A start of the app that can end while the test goes on: to locks it is a process of its own. */
export type OneProcess = { adjust: (system: System) => System; end: () => void };

export function oneProcess(): OneProcess {
  const processId = ++last;
  living.add(processId);
  return {
    adjust: (system) => ({
      ...system,
      processId,
      isAlive: (pid) => (pid > 5_000_000 ? living.has(pid) : system.isAlive(pid)),
      startedAt: async (pid, means) => {
        if (pid <= 5_000_000) return system.startedAt(pid, means);
        return living.has(pid) ? `start of ${pid}` : null;
      },
    }),
    end: () => living.delete(processId),
  };
}

/** A way back needs no program; without them a point takes a tenth of the time. */
export function withoutPrograms(system: System): System {
  return {
    ...system,
    run: async ({ program }) => {
      throw new ProblemError({ code: 'command-missing', params: { program } });
    },
  };
}
