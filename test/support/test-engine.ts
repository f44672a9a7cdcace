import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { createEngine } from '../../electron/engine/create-engine.ts';
import type { Engine, HostOptions } from '../../electron/engine/engine.ts';
import { createNodeSystem } from '../../electron/engine/machine/node-system.ts';
import type { System } from '../../electron/engine/machine/system.ts';
import type { StartRequest } from '../../shared/contract.ts';
import type { OperationEvent, OperationResult, OperationState } from '../../shared/operation.ts';
import { cleanEnvironment } from './environments.ts';
import type { IndexServer } from './index-server.ts';
import { makeTemporaryFolder } from './temporary-folders.ts';

export type TestEngine = {
  engine: Engine;
  events: OperationEvent[];
  stateFolder: string;
  system: System;
  run: (request: StartRequest, options?: HostOptions) => Promise<OperationState>;
  /** Runs it and answers its result; throws its Problem where it has none. */
  result: <K extends OperationResult['kind']>(
    request: Extract<StartRequest, { kind: K }>,
    options?: HostOptions,
  ) => Promise<Extract<OperationResult, { kind: K }>>;
};

/** The real engine on the real machine, with an index of our own and nothing of the user's settings. */
export async function startTestEngine(
  parts: {
    index?: IndexServer;
    stateFolder?: string;
    environment?: Record<string, string>;
    /** Replaces parts of the port, for what a real machine cannot be brought to do. */
    adjust?: (system: System) => System;
  } = {},
): Promise<TestEngine> {
  const stateFolder = parts.stateFolder ?? join(await makeTemporaryFolder('state'), 'home');
  const adjust = parts.adjust ?? ((own: System) => own);
  const system = isolated(adjust(createNodeSystem(join(import.meta.dirname, '../../out'))), {
    PIP_CONFIG_FILE: '/dev/null',
    ...parts.index?.environment(),
    ...parts.environment,
  });
  const engine = await createEngine({
    system,
    clock: () => new Date(),
    newId: randomUUID,
    stateFolder,
    version: '0.0.0-test',
  });
  const events: OperationEvent[] = [];
  engine.subscribe((event) => events.push(event));

  async function run(request: StartRequest, options?: HostOptions): Promise<OperationState> {
    const { operationId } = await engine.start(request, options);
    return engine.ended(operationId);
  }
  return {
    engine,
    events,
    stateFolder,
    system,
    run,
    async result<K extends OperationResult['kind']>(
      request: Extract<StartRequest, { kind: K }>,
      options?: HostOptions,
    ) {
      const state = await run(request, options);
      if (state.result?.kind !== request.kind) throw new Error(JSON.stringify(state.problem));
      return state.result as Extract<OperationResult, { kind: K }>;
    },
  };
}

/** The same system, but every program it runs gets these variables and none of the machine's own settings. */
function isolated(system: System, own: Record<string, string>): System {
  const clean = cleanEnvironment(own);
  const removed = Object.keys(process.env).filter((name) => !(name in clean));
  const blank = Object.fromEntries(removed.map((name) => [name, undefined]));
  return {
    ...system,
    environment: clean,
    run: (command, options) =>
      system.run(command, {
        ...options,
        environment: { ...blank, ...own, ...options?.environment },
      }),
  };
}
