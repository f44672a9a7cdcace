import { createHash } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { connect } from 'node:net';
import path from 'node:path';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { contentSecurityPolicy } from '../../../../electron/hosts/assets.ts';
import {
  startWeb,
  type RunningWeb,
  type WebStart,
} from '../../../../electron/hosts/web/start-web.ts';
import { openEventStream } from '../../../../renderer/backend/event-stream.ts';
import { createFakeEngine } from '../../../support/fake-engine.ts';
import { makeTestPage } from '../../../support/test-page.ts';
import { enter, visit } from '../../../support/web-visitor.ts';

let page: string;
let web: RunningWeb | undefined;

beforeAll(async () => {
  page = await makeTestPage();
});
afterEach(async () => {
  await web?.close();
  web = undefined;
});

async function start(options: Partial<WebStart> = {}): Promise<RunningWeb> {
  web = await startWeb({ engine: createFakeEngine(), assetsFolder: page, ...options });
  return web;
}

describe('the web host', () => {
  it('exchanges the token once, and only when our page hands it over', async () => {
    const { address } = await start();
    expect(address).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/\?token=[\w-]{43}$/);
    // Whoever looks at the address first, a link checker or a preview, uses nothing up.
    const looked = await fetch(address);
    expect([looked.status, looked.headers.get('set-cookie')]).toEqual([200, null]);
    const entered = await enter(address);
    const text = await entered.text();
    expect(text).toMatch(/^{"ok":true,"value":{"session":"[\w-]{43}"}}$/);
    expect(text).not.toContain(new URL(address).searchParams.get('token'));
    expect(entered.headers.get('set-cookie')).toBeNull();

    const again = await enter(address);
    expect(again.status).toBe(403);
    expect(await again.json()).toEqual({ ok: false, problem: { code: 'not-let-in' } });
  });

  it.each([
    '',
    '{}',
    '{"token":7}',
    '{"token":"a","more":1}',
    '[]',
    `{"token":"${'a'.repeat(2000)}"}`,
  ])('lets nobody in for %j, and keeps the token', async (body) => {
    const { address } = await start();
    const { origin } = new URL(address);
    const headers = { origin, 'content-type': 'application/json' };
    const refused = await fetch(`${origin}/api/enter`, { method: 'POST', headers, body });
    expect(refused.status).toBe(403);
    expect((await enter(address)).status).toBe(200);
  });

  it('refuses a second Host, of which Node itself tells nothing', async () => {
    const { address } = await start();
    const { port } = new URL(address);
    const ask = (hosts: string[]): Promise<string> =>
      new Promise((resolve, reject) => {
        const lines = hosts.map((each) => `Host: ${each}`);
        const socket = connect(Number(port), '127.0.0.1', () =>
          socket.write(['GET / HTTP/1.1', ...lines, 'Connection: close', '', ''].join('\r\n')),
        );
        socket.once('data', (piece) => resolve(String(piece).slice(9, 12))).on('error', reject);
      });
    expect(await ask([`127.0.0.1:${port}`])).toBe('200');
    expect(await ask([`127.0.0.1:${port}`, 'evil.example'])).toBe('400');
    expect(await ask(['evil.example', `127.0.0.1:${port}`])).toBe('400');
  });

  it('tells when somebody was let in, and not before', async () => {
    const { address, opened } = await start();
    let isOpen = false;
    void opened.then(() => (isOpen = true));
    await enter(`${address}wrong`);
    expect(isOpen).toBe(false);
    await visit(address);
    await opened;
  });

  it('shows who comes to the wrong place a calm page in both languages', async () => {
    const { address } = await start();
    const refused = await fetch(`http://localhost:${new URL(address).port}/`);
    const text = await refused.text();
    expect(refused.status).toBe(403);
    expect(text).toContain('This page opens only with the address that Attention Doctor printed.');
    expect(text).toContain('请使用注意力医生给出的地址打开本页。');
    // As strict as everywhere, but for its one style, which is named by its hash.
    const [, style = ''] = /<style>(.*)<\/style>/.exec(text) ?? [];
    const hash = createHash('sha256').update(style).digest('base64');
    expect(refused.headers.get('content-security-policy')).toBe(
      contentSecurityPolicy.replace("style-src 'self'", `style-src 'sha256-${hash}'`),
    );
  });

  it('answers refused calls with a Problem', async () => {
    const { address } = await start();
    const { origin } = new URL(address);
    const without = await fetch(`${origin}/api/getState`, { method: 'POST' });
    expect([without.status, await without.json()]).toMatchObject([
      403,
      { ok: false, problem: { code: 'invalid-request' } },
    ]);
    const stranger = await fetch(`${origin}/api/getState`, { method: 'POST', headers: { origin } });
    expect([stranger.status, await stranger.json()]).toMatchObject([
      403,
      { ok: false, problem: { code: 'not-let-in' } },
    ]);
  });

  it('refuses rubbish and long bodies', async () => {
    const { address } = await start();
    const visitor = await visit(address);
    const post = (body: string) =>
      visitor.fetch(`${visitor.origin}/api/start`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body,
      });
    expect((await post('{"kind":')).status).toBe(400);
    expect((await post(JSON.stringify('x'.repeat(300_000)))).status).toBe(413);
    expect(await (await post('{"kind":"explode"}')).json()).toMatchObject({ ok: false });
  });

  it('sends a bundle as a download, and only one it knows', async () => {
    const zip = path.join(page, 'b.zip');
    await writeFile(zip, 'PK zip');
    const { address } = await start({ engine: createFakeEngine({ bundles: { b1: zip } }) });
    const visitor = await visit(address);
    const asked = await visitor.fetch(`${visitor.origin}/api/saveBundle`, {
      ...{ method: 'POST', body: '{"bundleId":"b1"}' },
      headers: { 'content-type': 'application/json' },
    });
    const { value } = (await asked.json()) as { value: { path: string } };
    const sent = await fetch(visitor.origin + value.path);
    expect(sent.headers.get('content-type')).toBe('application/zip');
    expect(sent.headers.get('content-disposition')).toContain('filename="b.zip"');
    expect(await sent.text()).toBe('PK zip');
    const another = await visitor.fetch(visitor.origin + value.path.replace('b1', 'b2'));
    expect(another.status).toBe(403);
  });

  it('says which port is taken', async () => {
    const { address } = await start();
    const port = Number(new URL(address).port);
    const second = startWeb({ engine: createFakeEngine(), assetsFolder: page, port });
    await expect(second).rejects.toMatchObject({ problem: { code: 'invalid-request' } });
  });
});

describe('the web host when nobody is there', () => {
  it('stops by itself', async () => {
    const { closed } = await start({ idleLimit: 60 });
    await closed;
  });

  it('stays while an operation runs', async () => {
    const engine = createFakeEngine({ script: () => [] });
    const { operationId } = await engine.start({ kind: 'find' });
    const { closed } = await start({ engine, idleLimit: 40 });
    expect(await Promise.race([closed.then(() => 'stopped'), later(200, 'there')])).toBe('there');
    engine.cancel(operationId);
    await closed;
  });

  it('stays while a browser listens, and ends its stream when it is closed', async () => {
    const { address, close, closed } = await start({ idleLimit: 150 });
    const visitor = await visit(address);
    const stream = openEventStream(`${visitor.origin}/api/events`, visitor.fetch);
    await new Promise<void>((resolve) => (stream.onopen = resolve));
    const lost = new Promise<void>((resolve) => (stream.onerror = resolve));
    expect(await Promise.race([closed.then(() => 'stopped'), later(350, 'there')])).toBe('there');
    await close();
    await lost;
    stream.close();
  });
});

function later(milliseconds: number, value: string): Promise<string> {
  return new Promise((resolve) => setTimeout(() => resolve(value), milliseconds));
}
