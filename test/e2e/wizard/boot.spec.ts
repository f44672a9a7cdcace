import { expect, test } from '../fixtures/wizard-test.ts';

test('opens with its name, one main heading and a language', async ({ wizard: { page } }) => {
  await expect(page).toHaveTitle(/Attention Doctor/);
  await expect(page.getByRole('heading', { level: 1 }).first()).toBeVisible();
  await expect(page.locator('html')).toHaveAttribute('lang', /^(en|zh-CN)$/);
});

test('says which host it is and that nothing runs', async ({ wizard, host }) => {
  const state = await wizard.call('getState', {});
  expect(state).toMatchObject({
    ok: true,
    value: {
      app: { host: host === 'browser' ? 'web' : 'desktop', canPickFolder: host === 'desktop' },
    },
  });
});

test('answers what does not fit with a Problem, in both hosts alike', async ({ wizard }) => {
  const refused = await wizard.call('start', { kind: 'fix', planId: 'x', command: ['rm'] });
  expect(refused).toMatchObject({ ok: false, problem: { code: 'invalid-request' } });
});

test('keeps the settings over a reload and a new start', async ({ openWizard }) => {
  const first = await openWizard();
  const settings = { language: 'zh-CN', theme: 'dark' };
  expect(await first.call('saveSettings', settings)).toMatchObject({ ok: true });
  await first.page.reload();
  await expect(first.page.locator('html')).toHaveAttribute('lang', 'zh-CN');
  expect(await first.call('getState', {})).toMatchObject({ value: { settings } });
  await first.close();

  const second = await openWizard();
  expect(await second.call('getState', {})).toMatchObject({ value: { settings } });
});
