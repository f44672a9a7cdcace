import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { afterEach, expect, it } from 'vitest';
import { webLimits } from '../../../../electron/hosts/web/limits.ts';
import { startWeb, type RunningWeb } from '../../../../electron/hosts/web/start-web.ts';
import { createFakeEngine } from '../../../support/fake-engine.ts';
import { makeTestPage } from '../../../support/test-page.ts';
import { visit, type WebVisitor } from '../../../support/web-visitor.ts';

let web: RunningWeb;
const sockets: Socket[] = [];
afterEach(async () => {
  for (const socket of sockets.splice(0)) socket.destroy();
  await web.close();
});

async function start(): Promise<void> {
  web = await startWeb({ engine: createFakeEngine(), assetsFolder: await makeTestPage() });
}

/** Clients that begin a request and never end it. */
async function crowd(count: number, beginning: string): Promise<void> {
  const { port } = new URL(web.address);
  const all = Array.from({ length: count }, () => connect(Number(port), '127.0.0.1'));
  sockets.push(...all);
  await Promise.all(
    all.map(async (socket) => {
      socket.on('error', () => undefined);
      await once(socket, 'connect');
      socket.write(beginning);
    }),
  );
}

/** Loads the page and calls, each over a connection of its own. */
async function use({ origin, fetch: send }: WebVisitor): Promise<number[]> {
  const page = await fetch(`${origin}/`);
  const call = await send(`${origin}/api/getState`, {
    ...{ method: 'POST', body: '{}' },
    headers: { 'content-type': 'application/json', connection: 'close' },
  });
  return [page.status, call.status];
}

it('serves its owner while a thousand slow strangers hold on to it', async () => {
  await start();
  const owner = await visit(web.address);
  const stream = await owner.fetch(`${owner.origin}/api/events`);
  const host = `Host: ${new URL(web.address).host}\r\n`;
  await crowd(400, '');
  await crowd(300, `GET / HTTP/1.1\r\n${host}X-Slow: `);
  await crowd(
    300,
    `POST /api/enter HTTP/1.1\r\n${host}Origin: ${owner.origin}\r\nContent-Type: application/json\r\nContent-Length: 900\r\n\r\n{`,
  );
  const started = performance.now();
  expect(await use(owner)).toEqual([200, 200]);
  expect(performance.now() - started).toBeLessThan(5_000);
  // The stream was there before all of them, and is still.
  const reader = stream.body?.getReader();
  expect(new TextDecoder().decode((await reader?.read())?.value)).toContain('hello');
  await reader?.cancel();
  const open = sockets.filter((socket) => !socket.destroyed).length;
  expect(open).toBeLessThanOrEqual(webLimits.strangers);
});

it('lets the first visitor in through the crowd', async () => {
  await start();
  await crowd(300, 'GET / HTTP/1.1\r\n');
  expect(await use(await visit(web.address))).toEqual([200, 200]);
});

it('opens no more streams than there can be pages', async () => {
  await start();
  const owner = await visit(web.address);
  const leaving = new AbortController();
  const open = () => owner.fetch(`${owner.origin}/api/events`, { signal: leaving.signal });
  const all = [];
  for (let count = 0; count < webLimits.eventStreams; count += 1) all.push(await open());
  expect(new Set(all.map((each) => each.status))).toEqual(new Set([200]));
  expect((await open()).status).toBe(503);
  expect(await use(owner)).toEqual([200, 200]);
  leaving.abort();
});
