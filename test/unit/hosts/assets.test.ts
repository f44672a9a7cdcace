import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import {
  assetParts,
  contentSecurityPolicy,
  createAssets,
  type Assets,
} from '../../../electron/hosts/assets.ts';
import { makeTestPage } from '../../support/test-page.ts';

let assets: Assets;
beforeAll(async () => {
  const folder = await makeTestPage();
  await writeFile(path.join(folder, '.hidden.js'), 'secret');
  await writeFile(path.join(folder, 'main.js.map'), 'secret');
  await writeFile(path.join(folder, '..', 'outside.js'), 'secret');
  assets = createAssets(folder);
});

const get = (address: string, method = 'GET') =>
  assets(new Request(`http://127.0.0.1${address}`, { method }));

describe('assets', () => {
  it('serves the page at the root, never from a cache', async () => {
    const answer = await get('/');
    expect([answer.status, answer.headers.get('content-type')]).toEqual([
      200,
      'text/html; charset=utf-8',
    ]);
    expect(answer.headers.get('cache-control')).toBe('no-store');
    expect(await answer.text()).toContain('test page');
  });

  it('serves files with a hash in their name for long', async () => {
    const answer = await get('/assets/main-abc123.js');
    expect(answer.headers.get('content-type')).toBe('text/javascript; charset=utf-8');
    expect(answer.headers.get('cache-control')).toContain('immutable');
  });

  it('serves app:// addresses too', async () => {
    const answer = await assets(new Request('app://attention-doctor/index.html'));
    expect(answer.status).toBe(200);
  });

  it('answers HEAD without a body and other methods not at all', async () => {
    expect(await (await get('/', 'HEAD')).text()).toBe('');
    expect((await get('/', 'POST')).status).toBe(405);
  });

  it.each([
    '/../outside.js',
    '/%2e%2e/outside.js',
    '/..%2foutside.js',
    '/..%5coutside.js',
    '/assets/..%2f..%2foutside.js',
    '/assets//main-abc123.js',
    '/.hidden.js',
    '/main.js.map',
    '/main.js%00.html',
    '/assets',
    '/assets/',
    '/C:/Windows/win.ini',
    '/index.html::$DATA',
    '/missing.html',
  ])('has nothing at %s', async (address) => {
    const answer = await get(address);
    expect(answer.status).toBe(404);
    expect(await answer.text()).not.toContain('secret');
  });

  it.each(['/', '/missing.html'])('locks every answer, as %s', async (address) => {
    const { headers } = await get(address);
    expect(headers.get('content-security-policy')).toBe(contentSecurityPolicy);
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('referrer-policy')).toBe('no-referrer');
  });

  it('allows no inline script or style and no other host', () => {
    expect(contentSecurityPolicy).toMatch(/^default-src 'none'; /);
    expect(contentSecurityPolicy).not.toMatch(/unsafe|https?:|\*/);
  });
});

describe('assetParts', () => {
  it.each([
    ['/', ['index.html']],
    ['/assets/a.b-c_1.js', ['assets', 'a.b-c_1.js']],
    ['/..', null],
    ['/a/../b', null],
    ['/a\\b', null],
    ['/-flag', null],
    ['', null],
  ])('%s', (pathname, expected) => {
    expect(assetParts(pathname)).toEqual(expected);
  });
});
