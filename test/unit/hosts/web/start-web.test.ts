import { createHash } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { get, type IncomingMessage } from 'node:http';
import { connect } from 'node:net';
import path from 'node:path';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { contentSecurityPolicy } from '../../../../electron/hosts/assets.ts';
import {
  startWeb,
  type RunningWeb,
  type WebStart,
} from '../../../../electron/hosts/web/start-web.ts';
import { createFakeEngine } from '../../../support/fake-engine.ts';
import { makeTestPage } from '../../../support/test-page.ts';
import { visit } from '../../../support/web-visitor.ts';

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
  it('exchanges the token once for a strict cookie and drops it from the address', async () => {
    const { address } = await start();
    expect(address).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/\?token=[\w-]{43}$/);
    const entered = await fetch(address, { redirect: 'manual' });
    expect(entered.status).toBe(303);
    expect(entered.headers.get('location')).toBe('/');
    const cookie = entered.headers.get('set-cookie') ?? '';
    expect(cookie).toMatch(/^attention-doctor-\d+=[\w-]{43}; HttpOnly; SameSite=Strict; Path=\/$/);
    expect(cookie).not.toContain(new URL(address).searchParams.get('token'));

    const again = await fetch(address, { redirect: 'manual' });
    expect(again.status).toBe(403);
    expect(again.headers.get('set-cookie')).toBeNull();
  });

  it('refuses a second Host, of which Node itself tells nothing', async () => {
    const { address } = await start();
    const { port, cookie } = { port: new URL(address).port, cookie: (await visit(address)).cookie };
    const ask = (hosts: string[]): Promise<string> =>
      new Promise((resolve, reject) => {
        const lines = [...hosts.map((each) => `Host: ${each}`), `Cookie: ${cookie}`];
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
    await fetch(`${address}wrong`, { redirect: 'manual' });
    expect(isOpen).toBe(false);
    await visit(address);
    await opened;
  });

  it('opens in a second tab of the same browser, also at the used address', async () => {
    const { address } = await start();
    const visitor = await visit(address);
    const second = await visitor.fetch(`${visitor.origin}/`);
    expect([second.status, await second.text()]).toEqual([
      200,
      expect.stringContaining('test page'),
    ]);
    const used = await visitor.fetch(address, { redirect: 'manual' });
    expect(used.status).toBe(303);
  });

  it('leads a visitor from another site on by itself, since a strict cookie skips redirects', async () => {
    const { address } = await start();
    // fetch() writes these headers itself.
    const headers = {
      'sec-fetch-site': 'cross-site',
      'sec-fetch-mode': 'navigate',
      'sec-fetch-dest': 'document',
    };
    const answer = await new Promise<IncomingMessage>((resolve) =>
      get(address, { headers }, resolve),
    );
    answer.resume();
    expect([answer.statusCode, answer.headers['refresh']]).toEqual([200, '0; url=/']);
  });

  it('shows a stranger a calm page in both languages', async () => {
    const { address } = await start();
    const refused = await fetch(`${new URL(address).origin}/`);
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
    const refused = await fetch(`${new URL(address).origin}/api/getState`, { method: 'POST' });
    expect(refused.status).toBe(403);
    expect(await refused.json()).toMatchObject({ ok: false, problem: { code: 'invalid-request' } });
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
    const sent = await visitor.fetch(`${visitor.origin}/api/bundles/b1.zip`);
    expect(sent.headers.get('content-type')).toBe('application/zip');
    expect(sent.headers.get('content-disposition')).toContain('filename="b.zip"');
    expect(await sent.text()).toBe('PK zip');
    const unknown = await visitor.fetch(`${visitor.origin}/api/bundles/b2.zip`);
    expect([unknown.status, await unknown.json()]).toMatchObject([
      404,
      { problem: { code: 'bundle-unknown' } },
    ]);
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
    const { address, close, closed } = await start({ idleLimit: 40 });
    const visitor = await visit(address);
    const stream = visitor.openStream(`${visitor.origin}/api/events`);
    await new Promise<void>((resolve) => (stream.onopen = resolve));
    const lost = new Promise<void>((resolve) => (stream.onerror = resolve));
    expect(await Promise.race([closed.then(() => 'stopped'), later(200, 'there')])).toBe('there');
    await close();
    await lost;
  });
});

function later(milliseconds: number, value: string): Promise<string> {
  return new Promise((resolve) => setTimeout(() => resolve(value), milliseconds));
}
