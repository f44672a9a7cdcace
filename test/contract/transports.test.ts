import { createHandlers } from '../../electron/hosts/handlers.ts';
import { dispatch } from '../../electron/hosts/dispatch.ts';
import { startWeb } from '../../electron/hosts/web/start-web.ts';
import { webAbilities } from '../../electron/hosts/web/web-abilities.ts';
import type { Backend } from '../../renderer/backend/backend.ts';
import type { Bridge } from '../../renderer/backend/bridge.ts';
import { createHttpBackend } from '../../renderer/backend/http-backend.ts';
import { createIpcBackend } from '../../renderer/backend/ipc-backend.ts';
import { methods, type Method } from '../../shared/contract.ts';
import type { OperationEvent } from '../../shared/operation.ts';
import type { Result } from '../../shared/problem.ts';
import type { FakeEngine } from '../support/fake-engine.ts';
import { makeTestPage } from '../support/test-page.ts';
import { visit } from '../support/web-visitor.ts';
import { describeTransport } from './contract-suite.ts';

/** The suite also sends what the types forbid. */
function loosely(backend: Backend) {
  return (method: Method, params: unknown): Promise<Result<unknown>> =>
    backend.call(method, params as never);
}

describeTransport('the real web host, through the client of the renderer', async (engine) => {
  const web = await startWeb({ engine, assetsFolder: await makeTestPage() });
  const visitor = await visit(web.address);
  const backend = createHttpBackend({
    base: visitor.origin,
    fetch: visitor.fetch,
  });
  await new Promise<void>((resolve) => backend.onConnectionOpen(resolve));
  return {
    call: loosely(backend),
    onEvent: (listener) => backend.onEvent(listener),
    close: async () => {
      backend.close();
      await web.close();
    },
  };
});

describeTransport(
  'a bridge as the preload makes it, through the client of the renderer',
  async (engine) => {
    const backend = createIpcBackend(bridgeTo(engine));
    return {
      call: loosely(backend),
      onEvent: (listener) => backend.onEvent(listener),
      close: () => engine.close(),
    };
  },
);

const noTickets = { ticketFor: () => '' };

/** What crosses between the processes of Electron is copied, as here. The real pair runs in test/e2e. */
function bridgeTo(engine: FakeEngine): Bridge {
  const handlers = createHandlers(engine, webAbilities('linux', noTickets));
  const calls = methods.map((method) => [
    method,
    async (params: unknown) =>
      structuredClone(await dispatch(handlers, method, structuredClone(params), () => undefined)),
  ]);
  return {
    ...(Object.fromEntries(calls) as Bridge),
    onEvent: (listener: (event: OperationEvent) => void) =>
      engine.subscribe((event) => listener(structuredClone(event))),
  };
}
