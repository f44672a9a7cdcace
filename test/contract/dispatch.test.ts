import { describe, expect, it } from 'vitest';
import { createHandlers, failedHandlers } from '../../electron/hosts/handlers.ts';
import { dispatch } from '../../electron/hosts/dispatch.ts';
import { webAbilities } from '../../electron/hosts/web/web-abilities.ts';
import { methods } from '../../shared/contract.ts';
import { createFakeEngine } from '../support/fake-engine.ts';
import { describeTransport } from './contract-suite.ts';

const noTickets = { ticketFor: () => '' };
const thrown: unknown[] = [];
const note = (each: unknown): unknown => thrown.push(each);

describeTransport('dispatch', async (engine) => {
  const handlers = createHandlers(engine, webAbilities('linux', noTickets));
  return {
    call: (method, params) => dispatch(handlers, method, params, note),
    onEvent: (listener) => engine.subscribe(listener),
    close: () => engine.close(),
  };
});

describe('dispatch', () => {
  const handlers = createHandlers(createFakeEngine(), webAbilities('linux', noTickets));

  it.each(['explode', '', 'constructor', '__proto__', null, undefined, 7, {}, ['getState']])(
    'knows no method %j',
    async (method) => {
      const result = await dispatch(handlers, method, {}, note);
      expect(result).toMatchObject({ ok: false, problem: { code: 'invalid-request' } });
    },
  );

  it('says in short what does not fit', async () => {
    const result = await dispatch(handlers, 'cancel', { operationId: 5 }, note);
    expect(result).toMatchObject({
      problem: { params: { reason: expect.stringMatching(/^operationId: .{5,160}$/) as string } },
    });
  });

  it('turns a mistake of our own into a Problem that keeps its stack', async () => {
    const broken = {
      ...handlers,
      getState: async () => {
        throw new TypeError('a bug');
      },
    };
    thrown.length = 0;
    const result = await dispatch(broken, 'getState', {}, note);
    expect(result).toMatchObject({ ok: false, problem: { code: 'unexpected' } });
    expect(JSON.stringify(result)).toContain('TypeError: a bug');
    expect(thrown).toEqual([new TypeError('a bug')]);
  });

  it.each(methods)('%s answers fatal-start where the engine could not start', async (method) => {
    const params = {
      getState: {},
      start: { kind: 'find' },
      cancel: { operationId: 'a' },
      listFolders: {},
      pickFolder: {},
      pickWheel: {},
      openLog: { name: null },
      showBundle: { bundleId: 'a' },
      updates: {},
      addToLog: { logId: 'a', offset: 0, chunk: '' },
      saveBundle: { bundleId: 'a' },
      mirrors: {},
      history: { targetId: 'a' },
      tables: {},
      renewTables: {},
      savedStates: {},
      inUse: { targetId: 'a' },
      choosePython: { targetId: 'a', environmentId: 'b' },
      openLink: { linkId: 'xformers-readme' },
      saveSettings: { language: null, theme: 'system' },
    }[method];
    const result = await dispatch(failedHandlers(new Error('no disk')), method, params, note);
    expect(result).toMatchObject({ ok: false, problem: { code: 'fatal-start' } });
  });

  it('gives a folder chosen in a native dialog an id', async () => {
    const engine = createFakeEngine();
    const abilities = { ...webAbilities('linux', noTickets), pickFolder: async () => '/chosen' };
    const result = await dispatch(createHandlers(engine, abilities), 'pickFolder', {}, note);
    expect(result).toEqual({ ok: true, value: { folderId: 'folder-1' } });
    expect(engine.registered).toEqual(['/chosen']);
  });

  it('gives a wheel file chosen in a native dialog an id', async () => {
    const engine = createFakeEngine();
    const chosen: (string | null)[] = ['/a-1-py3-none-any.whl', null];
    const abilities = {
      ...webAbilities('linux', noTickets),
      pickWheel: async () => chosen.shift() ?? null,
    };
    const handlers = createHandlers(engine, abilities);
    const ask = () => dispatch(handlers, 'pickWheel', {}, note);
    expect(await ask()).toEqual({ ok: true, value: { wheelId: 'wheel-1' } });
    expect(await ask()).toEqual({ ok: true, value: { wheelId: null } });
    expect(engine.wheels).toEqual(['/a-1-py3-none-any.whl']);
  });
});
