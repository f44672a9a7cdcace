import { readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { listPackage } from '@electron/asar';
import { FuseV1Options, getCurrentFuseWire } from '@electron/fuses';
import { expect, test } from '@playwright/test';
import { fromRoot } from '../../../build/paths.mjs';
import { contentSecurityPolicy } from '../../../electron/hosts/assets.ts';
import { openPackaged, packagedProgram, packagedResources } from '../fixtures/open-packaged.ts';

/** The characters that stand in the wire of the program. */
const off = '0'.charCodeAt(0);
const on = '1'.charCodeAt(0);

test('the packaged app opens its window, locked and without a complaint', async () => {
  const { page, complaints, close } = await openPackaged();
  try {
    await expect(page).toHaveURL('app://attention-doctor/#/install');
    await expect(page).toHaveTitle(/Attention Doctor/);
    await expect(page.getByRole('heading', { level: 1 }).first()).toBeVisible();
    const policy = await page.evaluate(async () => {
      return (await fetch('/')).headers.get('content-security-policy');
    });
    expect(policy).toBe(contentSecurityPolicy);
    const state = await page.evaluate(() => window.attentionDoctor?.getState({}));
    expect(state).toMatchObject({ ok: true, value: { app: { host: 'desktop' } } });
    expect(complaints).toEqual([]);
  } finally {
    await close();
  }
});

test('the fuses are set', async () => {
  const wire = await getCurrentFuseWire(packagedProgram());
  const states = {
    runAsNode: wire[FuseV1Options.RunAsNode],
    nodeOptions: wire[FuseV1Options.EnableNodeOptionsEnvironmentVariable],
    nodeCliInspect: wire[FuseV1Options.EnableNodeCliInspectArguments],
    asarIntegrity: wire[FuseV1Options.EnableEmbeddedAsarIntegrityValidation],
    onlyAsar: wire[FuseV1Options.OnlyLoadAppFromAsar],
  };
  expect(states).toEqual({
    runAsNode: off,
    nodeOptions: off,
    nodeCliInspect: off,
    asarIntegrity: on,
    onlyAsar: on,
  });
});

test('only what runs is packed', () => {
  const archive = path.join(packagedResources(), 'app.asar');
  const files = listPackage(archive, { isPack: false }).map((name) => name.replaceAll('\\', '/'));
  const { main } = JSON.parse(readFileSync(fromRoot('package.json'), 'utf8')) as { main: string };
  expect(files).toEqual(
    expect.arrayContaining([`/${main}`, '/out/renderer/index.html', '/package.json']),
  );
  expect(
    files.filter((file) => /node_modules|\.map$|\/test|\/electron\/|\.ts$/.test(file)),
  ).toEqual([]);
});

test('our part takes at most 6 MB, unpacked', () => {
  const brought = ['app.asar', 'pips.br'].map((name) => path.join(packagedResources(), name));
  const bytes = brought.reduce((sum, file) => sum + statSync(file).size, 0);
  expect(bytes).toBeGreaterThan(1_000_000);
  expect(bytes).toBeLessThanOrEqual(6_000_000);
});
