import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, test } from '../fixtures/wizard-test.ts';

test('drops the token from the address and hides the cookie from the page', async ({
  browserHost,
}) => {
  const { page, origin } = browserHost;
  expect(page.url()).toBe(`${origin}/`);
  expect(await page.evaluate(() => document.cookie)).toBe('');
  const [cookie] = await page.context().cookies();
  expect(cookie).toMatchObject({ httpOnly: true, sameSite: 'Strict' });
});

test('opens in a second tab', async ({ browserHost: { page, origin } }) => {
  const second = await page.context().newPage();
  const answer = await second.goto(origin);
  expect(answer?.status()).toBe(200);
  await expect(second.getByRole('heading', { level: 1 }).first()).toBeVisible();
});

test('shows another browser a calm page, in both languages', async ({ browserHost }) => {
  const stranger = await browserHost.browser.newPage();
  for (const address of [browserHost.origin, browserHost.address]) {
    const answer = await stranger.goto(address);
    expect(answer?.status()).toBe(403);
    await expect(stranger.getByText('opens only with the address')).toBeVisible();
    await expect(stranger.getByText('请使用注意力医生给出的地址')).toBeVisible();
  }
});

test('answers no page of another port, though it shares the cookie', async ({ browserHost }) => {
  const { page, origin } = browserHost;
  const server = createServer((_request, response) => {
    response.setHeader('content-type', 'text/html');
    response.end('<!doctype html><title>somebody else</title>');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const other = await page.context().newPage();
  await other.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
  const outcome = await other.evaluate(async (target) => {
    const call = (options: RequestInit) =>
      fetch(`${target}/api/start`, { method: 'POST', credentials: 'include', ...options }).then(
        async (answer) => `${answer.type} ${answer.status}`,
        () => 'refused',
      );
    const body = JSON.stringify({ kind: 'diagnose', targetId: 'strange' });
    return [
      await call({ body, headers: { 'content-type': 'application/json' } }),
      await call({ body, mode: 'no-cors' }),
    ];
  }, origin);
  expect(outcome).toEqual(['refused', expect.stringMatching(/^opaque 0$|refused/)]);
  const state = await browserHost.call('getState', {});
  expect(state).toMatchObject({ ok: true, value: { session: { targetId: null } } });
  server.closeAllConnections();
  server.close();
});
