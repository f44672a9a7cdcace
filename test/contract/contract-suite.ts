import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { logChunkBytes, methods, type Method } from '../../shared/contract.ts';
import type { OperationEvent } from '../../shared/operation.ts';
import type { Result } from '../../shared/problem.ts';
import { createFakeEngine, type FakeEngine } from '../support/fake-engine.ts';

/** One way from a caller to the engine. */
export type Transport = {
  call: (method: Method, params: unknown) => Promise<Result<unknown>>;
  onEvent: (listener: (event: OperationEvent) => void) => () => void;
  close: () => Promise<void>;
};

const folder = {
  folder: { folderId: 'home', name: 'home' },
  path: '/home/user',
  parentId: null,
  children: [],
};

const largestChunk = Buffer.alloc(logChunkBytes).toString('base64');

/** Params that fit, and params that must be refused before the engine hears of them. */
export const cases: Record<Method, { good: unknown[]; bad: unknown[] }> = {
  getState: { good: [{}], bad: [null, undefined, 'x', { extra: 1 }, []] },
  start: {
    good: [
      { kind: 'find' },
      { kind: 'log', logId: 'log-1' },
      { kind: 'diagnose', targetId: 'a', consent: true },
      { kind: 'plan', targetId: 'a', goal: 'flash-attn', wheelId: 'wheel-1' },
    ],
    bad: [
      {},
      { kind: 'explode' },
      { kind: 'find', roots: ['/etc'] },
      { kind: 'diagnose' },
      { kind: 'diagnose', targetId: 7 },
      { kind: 'diagnose', targetId: 'a', consent: 'yes' },
      { kind: 'diagnose', targetId: 'a', consent: { program: '/bin/sh' } },
      { kind: 'plan', targetId: 'a', goal: 'everything' },
      { kind: 'plan', targetId: 'a', goal: 'repair', consent: true },
      { kind: 'plan', targetId: 'a', goal: 'flash-attn', wheelFile: '/tmp/x.whl' },
      { kind: 'fix', planId: 'a', command: ['rm'] },
      { kind: 'bundle', targetId: 'a', bundlePath: '/tmp/x.zip' },
      { kind: 'log' },
      { kind: 'log', logId: 'log-1', path: '/etc/passwd' },
    ],
  },
  cancel: { good: [{ operationId: 'operation-4' }], bad: [{}, { operationId: 1 }, null] },
  listFolders: {
    good: [{}, { folderId: 'home' }, { wheels: true }],
    bad: [{ path: '/etc' }, { folderId: 1 }, { wheels: '*' }],
  },
  pickFolder: { good: [], bad: [{ path: '/' }, null] },
  pickWheel: { good: [], bad: [{ path: '/' }, null] },
  openLog: {
    good: [{ name: null }, { name: '启动 日志.txt' }, { name: 'a.png', holds: 'workflow' }],
    bad: [
      {},
      { name: 7 },
      { name: 'a', holds: 'path' },
      { name: 'x'.repeat(301) },
      { name: null, path: '/var/log/syslog' },
    ],
  },
  addToLog: {
    good: [
      { logId: 'log-1', offset: 0, chunk: '' },
      { logId: 'log-1', offset: 0, chunk: 'aGVsbG8=' },
      { logId: 'log-1', offset: 5, chunk: largestChunk },
    ],
    bad: [
      { logId: 'log-1', chunk: '' },
      { logId: 'log-1', offset: -1, chunk: '' },
      { logId: 'log-1', offset: 0.5, chunk: '' },
      { logId: 'log-1', offset: 0, chunk: '<b>no base64</b>' },
      { logId: 'log-1', offset: 0, chunk: `${largestChunk}aaaa` },
      { logId: 7, offset: 0, chunk: '' },
    ],
  },
  showBundle: { good: [], bad: [{}, { path: '/etc' }, { bundleId: 'a', path: '/tmp/x' }] },
  updates: { good: [{}], bad: [null, { address: 'https://example.org' }] },
  saveBundle: { good: [], bad: [{}, { bundleId: 'a', path: '/tmp/x' }] },
  mirrors: {
    good: [{}, { mirrorId: 'tuna' }],
    bad: [{ mirrorId: 7 }, { mirrorId: 'a'.repeat(41) }, { url: 'https://example.org' }],
  },
  history: { good: [{ targetId: 'a' }], bad: [{}, { targetId: 7 }, { path: '/etc' }] },
  tables: { good: [{}], bad: [{ address: 'https://example.org' }, null] },
  renewTables: {
    good: [{}],
    bad: [{ from: 'https://example.org/t.json' }, { from: '/etc/passwd' }],
  },
  savedStates: { good: [{}], bad: [{ targetId: 'a' }, null] },
  inUse: { good: [{ targetId: 'install-1' }], bad: [{}, { targetId: 1 }, { root: '/' }] },
  choosePython: {
    good: [{ targetId: 'install-1', environmentId: 'python-1' }],
    bad: [{ targetId: 'install-1' }, { targetId: 'a', environmentId: 'b', path: '/bin/sh' }],
  },
  openLink: {
    good: [{ linkId: 'xformers-readme' }],
    bad: [
      { linkId: 'https://example.org' },
      { linkId: '__proto__' },
      { url: 'https://example.org' },
    ],
  },
  saveSettings: {
    good: [
      { language: 'zh-CN', theme: 'dark' },
      { language: null, theme: 'system' },
      {
        ...{ language: 'en', theme: 'dark', mirror: 'tuna', proxy: 'http://proxy:8080' },
        ...{ savedSpace: 5, offline: true, checkForUpdates: false },
      },
    ],
    bad: [
      { language: 'en', theme: 'dark', proxy: 'file:///etc/passwd' },
      { language: 'en', theme: 'dark', proxy: 'http://a b' },
      { language: 'en', theme: 'dark', folders: ['/etc'] },
      { language: 'en', theme: 'dark', mirror: 'https://example.org/'.repeat(3) },
      { language: 'en', theme: 'dark', savedSpace: 0 },
      { language: 'fr', theme: 'dark' },
      { theme: 'dark' },
      { language: 'en', theme: 'pink' },
    ],
  },
};

/** The same promises for every transport. */
export function describeTransport(
  name: string,
  open: (engine: FakeEngine) => Promise<Transport>,
): void {
  describe(`contract over ${name}`, () => {
    let engine: FakeEngine;
    let transport: Transport;

    beforeAll(async () => {
      engine = createFakeEngine({ folders: { home: folder } });
      transport = await open(engine);
    });
    afterAll(() => transport.close());

    const ended = () =>
      new Promise<OperationEvent>((resolve) => {
        const stop = transport.onEvent((event) => {
          if (event.type !== 'ended') return;
          stop();
          resolve(event);
        });
      });

    for (const method of methods) {
      it.each(cases[method].good)(`${method} accepts %j`, async (params) => {
        const end = method === 'start' ? ended() : null;
        const result = await transport.call(method, params);
        expect(result).toMatchObject({ ok: true });
        await end;
      });

      it.each(cases[method].bad)(`${method} refuses %j`, async (params) => {
        const before = engine.requests.length;
        const result = await transport.call(method, params);
        expect(result).toMatchObject({ ok: false, problem: { code: 'invalid-request' } });
        expect(engine.requests).toHaveLength(before);
      });
    }

    it('answers with the whole state', async () => {
      expect(await transport.call('getState', {})).toMatchObject({
        ok: true,
        value: { app: { canPickFolder: false }, session: engine.session() },
      });
    });

    it('passes a Problem of the engine on as it is', async () => {
      const result = await transport.call('listFolders', { folderId: 'nowhere' });
      expect(result).toEqual({
        ok: false,
        problem: { code: 'not-found', params: { target: 'nowhere' } },
      });
    });

    it('takes a log in pieces, whatever its bytes are', async () => {
      const opened = await transport.call('openLog', { name: 'a.log' });
      expect(opened).toEqual({ ok: true, value: { logId: `log-${engine.logs.length}` } });
      const logId = `log-${engine.logs.length}`;
      const every = Buffer.from(Uint8Array.from({ length: 256 }, (_, index) => index));
      await transport.call('addToLog', { logId, offset: 0, chunk: every.toString('base64') });
      const second = await transport.call('addToLog', { logId, offset: 256, chunk: largestChunk });
      expect(second).toEqual({ ok: true, value: { bytes: 256 + logChunkBytes } });
      expect(engine.logs.at(-1)).toEqual({ name: 'a.log', bytes: 256 + logChunkBytes });
    });

    it('says what this host does not offer', async () => {
      const result = await transport.call('pickFolder', {});
      expect(result).toMatchObject({ ok: false, problem: { code: 'not-offered-here' } });
    });

    it('tells an operation from its first to its last event, in order', async () => {
      const seen: OperationEvent[] = [];
      const stop = transport.onEvent((event) => seen.push(event));
      const end = ended();
      const started = await transport.call('start', { kind: 'diagnose', targetId: 't' });
      await end;
      stop();
      expect(started).toMatchObject({ ok: true });
      expect(seen.map((event) => event.type)).toEqual(['started', 'ended']);
      expect(seen[1]?.seq).toBe((seen[0]?.seq ?? 0) + 1);
    });
  });
}
