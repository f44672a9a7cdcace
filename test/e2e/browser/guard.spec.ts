import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, test } from '../fixtures/wizard-test.ts';

test('drops the token from the address, and sets no cookie', async ({ browserHost }) => {
  const { page, origin } = browserHost;
  await expect(page.getByRole('heading', { level: 1 }).first()).toBeVisible();
  expect(page.url()).toMatch(new RegExp(`^${origin}/(#.*)?$`));
  expect(await page.context().cookies()).toEqual([]);
});

test('opens in a second tab, also at the used address', async ({ browserHost }) => {
  const { page, origin, address } = browserHost;
  await expect(page.getByRole('heading', { level: 1 }).first()).toBeVisible();
  for (const place of [origin, address]) {
    const second = await page.context().newPage();
    await second.goto(place);
    await expect(second.getByRole('navigation').first()).toBeVisible();
    await expect(second.getByText('opens only with the address')).toBeHidden();
  }
});

test('shows another browser a calm page, in its own language', async ({ browserHost }) => {
  await expect(browserHost.page.getByRole('heading', { level: 1 }).first()).toBeVisible();
  for (const [locale, sentence] of [
    ['en-US', 'opens only with the address'],
    ['zh-CN', '请使用注意力医生给出的地址'],
  ] as const) {
    const stranger = await browserHost.browser.newPage({ locale });
    for (const address of [browserHost.origin, browserHost.address]) {
      await stranger.goto(address);
      await expect(stranger.getByText(sentence)).toBeVisible();
      await expect(stranger.getByRole('button')).toHaveCount(0);
    }
  }
});

test('answers no page of another port, and sends it nothing that would let it in', async ({
  browserHost,
}) => {
  const { page, origin } = browserHost;
  const seen: string[] = [];
  const server = createServer((request, response) => {
    seen.push(...request.rawHeaders);
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
  const session = await page.evaluate(() => localStorage.getItem('attention-doctor-session'));
  expect(session).toMatch(/^[\w-]{43}$/);
  expect(seen.join('\n')).not.toContain(session);
  expect(seen.map((each) => each.toLowerCase())).not.toContain('cookie');
  server.closeAllConnections();
  server.close();
});
