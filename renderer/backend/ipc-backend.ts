import type { Method, MethodResult, Params } from '../../shared/contract.ts';
import { hostCommandSchema } from '../../shared/host-command.ts';
import { toProblem, type Result } from '../../shared/problem.ts';
import type { Backend } from './backend.ts';
import type { Bridge, BridgeCalls } from './bridge.ts';

/** The engine in the main process of the same app: its version is ours, so nothing is parsed. */
export function createIpcBackend(bridge: Bridge): Backend {
  const calls: BridgeCalls = bridge;
  return {
    async call<M extends Method>(method: M, params: Params<M>): Promise<Result<MethodResult<M>>> {
      try {
        return await calls[method](params);
      } catch (thrown) {
        return { ok: false, problem: toProblem(thrown) };
      }
    },
    folderOfDrop: (file) => bridge.folderOfDrop(file),
    onCommand: (listener) =>
      bridge.onCommand((command) => listener(hostCommandSchema.parse(command))),
    onEvent: (listener) => bridge.onEvent(listener),
    // The window closes together with the main process, so the line is never lost or reopened.
    onConnectionLost: () => doNothing,
    onConnectionOpen: () => doNothing,
  };
}

function doNothing(): void {}
