import { randomUUID } from 'node:crypto';
import { createEngine } from '../../engine/create-engine.ts';
import type { Engine } from '../../engine/engine.ts';
import type { System } from '../../engine/machine/system.ts';
import { stateFolder } from '../state-folder.ts';
import { appVersion } from '../version.ts';

/** The engine for this machine and this user, as the command line runs it. */
export function openEngine(system: System): Promise<Engine> {
  return createEngine({
    system,
    clock: () => new Date(),
    newId: () => randomUUID(),
    stateFolder: stateFolder(system),
    version: appVersion,
  });
}
