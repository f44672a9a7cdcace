import { contentSecurityPolicy } from '../../../electron/hosts/assets.ts';
import { expect, test } from '../fixtures/wizard-test.ts';

test('sends the content policy and its companions with the page', async ({ wizard: { page } }) => {
  const headers = await page.evaluate(async () => {
    const answer = await fetch('/');
    return Object.fromEntries(answer.headers);
  });
  expect(headers).toMatchObject({
    'content-security-policy': contentSecurityPolicy,
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
  });
});

test('runs no script and no style that somebody put into the page', async ({ wizard }) => {
  const injected = await wizard.page.evaluate(async () => {
    const script = document.createElement('script');
    script.textContent = 'window.injected = true';
    const style = document.createElement('style');
    style.textContent = 'body { outline-width: 77px; outline-style: solid }';
    document.body.append(script, style);
    const image = document.createElement('img');
    image.setAttribute('onerror', 'window.injected = true');
    image.src = 'https://example.invalid/x.png';
    document.body.append(image);
    await new Promise((resolve) => setTimeout(resolve, 300));
    return [Reflect.has(window, 'injected'), getComputedStyle(document.body).outlineWidth];
  });
  expect(injected).toEqual([false, expect.not.stringContaining('77')]);
  expect(wizard.complaints.splice(0).length).toBeGreaterThanOrEqual(3);
});

test('reaches nothing outside of its own host', async ({ wizard }) => {
  const reached = await wizard.page.evaluate(async () => {
    const attempts = ['https://example.invalid/', 'http://127.0.0.1:9/', 'file:///etc/passwd'];
    const answers = attempts.map((url) =>
      fetch(url, { mode: 'no-cors' }).then(
        () => 'reached',
        () => 'refused',
      ),
    );
    return Promise.all(answers);
  });
  expect(reached).toEqual(['refused', 'refused', 'refused']);
  expect(wizard.complaints.splice(0).join('\n')).toContain('Content Security Policy');
});

test('gives the page nothing of Node', async ({ wizard: { page } }) => {
  const kinds = await page.evaluate(() =>
    ['require', 'process', 'module', 'Buffer', 'electron'].map((name) => Reflect.has(window, name)),
  );
  expect(kinds).toEqual([false, false, false, false, false]);
});

test('frames nothing', async ({ wizard }) => {
  await wizard.page.evaluate(() => {
    const frame = document.createElement('iframe');
    frame.src = '/';
    document.body.append(frame);
  });
  await expect.poll(() => wizard.complaints.join('\n')).toContain('frame');
  wizard.complaints.splice(0);
});
