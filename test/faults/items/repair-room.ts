import { rm, utimes } from 'node:fs/promises';
import { join } from 'node:path';
import type { System } from '../../../electron/engine/machine/system.ts';
import type { Goal } from '../../../shared/goal.ts';
import type { OperationState } from '../../../shared/operation.ts';
import type { TestEnvironment } from '../../support/environments.ts';
import { runPython } from '../../support/environments.ts';
import { startIndex, type IndexServer } from '../../support/index-server.ts';
import { makeScenario, type ScenarioName } from '../../support/scenarios.ts';
import { startTestEngine, type TestEngine } from '../../support/test-engine.ts';
import { isBytecode } from '../../support/tree-digest.ts';
import { standardCatalogue } from '../../support/wheels/catalogue.ts';
import { xformersWheel } from '../../support/wheels/xformers.ts';

/** An environment, an engine that looks at it, and the plan for it. */
export type Room = {
  environment: TestEnvironment;
  test: TestEngine;
  targetId: string;
  planId: string;
  environmentId: string;
};

export type RoomParts = {
  index: IndexServer;
  scenario?: ScenarioName;
  environment?: TestEnvironment;
  /** null: nothing is planned. */
  goal?: Goal | null;
  variables?: Record<string, string>;
  adjust?: (system: System) => System;
  stateFolder?: string;
};

/** Looks at a broken environment and plans its repair. */
export async function openRoom(parts: RoomParts): Promise<Room> {
  const environment = parts.environment ?? (await makeScenario(parts.scenario ?? 'mismatched'));
  const test = await startTestEngine({
    index: parts.index,
    ...(parts.adjust ? { adjust: parts.adjust } : {}),
    ...(parts.variables ? { environment: parts.variables } : {}),
    ...(parts.stateFolder ? { stateFolder: parts.stateFolder } : {}),
  });
  const targetId = await test.engine.resolveTarget(environment.root);
  const goal = parts.goal === undefined ? 'recommended' : parts.goal;
  if (goal === null) {
    const { diagnosis } = await test.result({ kind: 'diagnose', targetId, static: true });
    return { environment, test, targetId, planId: '', environmentId: diagnosis.environment.id };
  }
  const { plan } = await test.result({ kind: 'plan', targetId, goal });
  return { environment, test, targetId, planId: plan.id, environmentId: plan.environmentId };
}

/** The same machine and state folder, after the app was started anew. */
export function reopen(room: Room, parts: Omit<RoomParts, 'environment'>): Promise<Room> {
  return openRoom({
    ...parts,
    environment: room.environment,
    stateFolder: room.test.stateFolder,
  });
}

export function fix(room: Room): Promise<OperationState> {
  return room.test.run({ kind: 'fix', planId: room.planId });
}

export function rollBack(room: Room, snapshotId?: string): Promise<OperationState> {
  const { targetId } = room;
  return room.test.run({ kind: 'rollback', targetId, ...(snapshotId ? { snapshotId } : {}) });
}

/** The outcome that was told, or the code of the Problem. */
export function toldBy(state: OperationState): string {
  const { result, problem } = state;
  if (result?.kind === 'fix') return result.fix.outcome;
  if (result?.kind === 'rollback') return result.rollback.outcome;
  return problem?.code ?? state.outcome ?? '?';
}

/** An index whose xFormers was really built for another torch: every repair fails its check. */
export function startLyingIndex(padding = 0): Promise<IndexServer> {
  const catalogue = standardCatalogue();
  const liar = xformersWheel({
    version: '0.0.29.post3',
    torch: '2.6.0+cu124',
    reallyBuiltFor: '2.5.1+cu121',
    ...(padding > 0 ? { padding } : {}),
  });
  const honest = (catalogue.simple ?? []).filter((wheel) => wheel.name !== 'xformers');
  return startIndex({
    catalogue: { ...catalogue, simple: [...honest, liar], 'whl/cu124': [], 'whl/cu126': [] },
  });
}

/** Does something at the moment when pip has put in what the plan wants, or just before. */
export function aroundInstall(
  when: 'before' | 'after',
  act: () => Promise<unknown>,
): (system: System) => System {
  return (system) => ({
    ...system,
    run: async (command, options) => {
      const installs = command.arguments.includes('--require-hashes');
      if (installs && when === 'before') await act();
      const result = await system.run(command, options);
      if (installs && when === 'after') await act();
      return result;
    },
  });
}

/** For describeTree: what Python compiles is no difference. */
export const withoutBytecode = { ignore: isBytecode };

/** A version of a package as the environment's own Python sees it, and whether it works. */
export async function importedVersion(environment: TestEnvironment, name: string): Promise<string> {
  const code = `import importlib.metadata as m, ${name}; print(m.version('${name}'))`;
  return (await runPython(environment, ['-B', '-c', code])).stdout.trim();
}

/** Installs with the environment's own pip, as its user would. */
export async function pipInstall(
  environment: TestEnvironment,
  index: IndexServer,
  ...words: string[]
): Promise<void> {
  await runPython(
    environment,
    ['-m', 'pip', 'install', '--no-deps', '--no-cache-dir', ...words],
    index.environment(),
  );
}

/**
 * What a kill in the middle of pip's work leaves: the new files are half there, and those that
 * pip writes last are not.
 */
export async function leaveHalfDone(room: Room): Promise<void> {
  const { environment } = room;
  await rm(join(environment.sitePackages, 'xformers', 'ops', 'fmha'), { recursive: true });
  const metadata = join(environment.sitePackages, 'xformers-0.0.29.post3.dist-info');
  for (const name of ['RECORD', 'INSTALLER', 'REQUESTED', 'METADATA'])
    await rm(join(metadata, name), { force: true });
}

/** Sets back a file's time to before 1970. */
export function makeOld(file: string): Promise<void> {
  return utimes(file, new Date(-1e12), new Date(-1e12));
}
