import { readFile } from 'node:fs/promises';
import { strFromU8, unzipSync } from 'fflate';
import { programsNaming } from '../../support/processes.ts';
import { digestTree } from '../../support/tree-digest.ts';
import { button, expect, seeHeading, test, walkToPlan } from '../fixtures/repair-test.ts';

test('finds, diagnoses, repairs, proves it, puts it back and reports it', async ({
  broken,
  machine,
  openWizard,
}) => {
  const wizard = await openWizard();
  const { page } = wizard;
  await walkToPlan(page);
  await expect(page.getByText('0.0.29.post3').first()).toBeVisible();
  expect(await digestTree(broken.environmentRoot)).toBe(broken.digest);

  await button(page, 'ui.plan.apply').click();
  await seeHeading(page, 'ui.fix.fixed.heading');
  expect(await digestTree(broken.environmentRoot)).not.toBe(broken.digest);
  await button(page, 'ui.next.see-check').click();
  await seeHeading(page, 'ui.verify.passed.heading');

  await button(page, 'ui.next.report').click();
  await button(page, 'ui.report.prepare').click();
  await seeHeading(page, 'ui.report.ready');
  const zip = await wizard.saveBundle(() => button(page, 'ui.report.save').click(), machine.home);
  await expect
    .poll(() =>
      readFile(zip)
        .then((bytes) => bytes.length)
        .catch(() => 0),
    )
    .toBeGreaterThan(0);
  const entries = Object.entries(unzipSync(new Uint8Array(await readFile(zip))));
  expect(entries.map(([name]) => name)).toEqual(
    expect.arrayContaining(['report.json', 'report.md']),
  );
  for (const [name, bytes] of entries) expect(strFromU8(bytes), name).not.toContain(machine.home);

  await button(page, 'ui.history.title').click();
  await page.getByRole('button', { name: /^Put back: / }).click();
  await button(page, 'ui.history.confirm').click();
  await expect(page.getByRole('status').filter({ hasText: 'as it was before' })).toBeVisible();
  expect(await digestTree(broken.environmentRoot)).toBe(broken.digest);
});

test('a cancelled repair leaves everything as it was, and no pip behind', async ({
  broken,
  openWizard,
}) => {
  const { page } = await openWizard();
  await walkToPlan(page);
  const asked = broken.index.requests.length;
  broken.index.setFaults({ hangAfterBytes: 500_000 });
  await button(page, 'ui.plan.apply').click();
  await expect
    .poll(() => broken.index.requests.slice(asked).join('\n'))
    .toMatch(/GET .*xformers.*\.whl/);
  await button(page, 'ui.running.cancel').click();
  await seeHeading(page, 'ui.fix.cancelled.heading');
  expect(await digestTree(broken.environmentRoot)).toBe(broken.digest);
  expect(await programsNaming(broken.environmentRoot)).toEqual([]);
});

test('a reload in the middle of a repair comes back to it, and it ends well', async ({
  broken,
  openWizard,
}) => {
  const { page } = await openWizard();
  await walkToPlan(page);
  const asked = broken.index.requests.length;
  broken.index.setFaults({ bytesPerSecond: 600_000 });
  await button(page, 'ui.plan.apply').click();
  await expect
    .poll(() => broken.index.requests.slice(asked).join('\n'))
    .toMatch(/GET .*xformers.*\.whl/);
  await page.reload();
  await seeHeading(page, 'ui.repair.fixing');
  await expect(button(page, 'ui.running.cancel')).toBeVisible();
  await seeHeading(page, 'ui.fix.fixed.heading');
});

test('an index that nobody answers for is said, and nothing is changed', async ({
  broken,
  openWizard,
}) => {
  await broken.index.close();
  const { page } = await openWizard();
  await page.getByRole('radio', { name: 'ComfyUI' }).check();
  await button(page, 'ui.install.check').click();
  await button(page, 'ui.next.fix-everything').click();
  await seeHeading(page, 'ui.repair.plan-failed');
  await expect(page.getByText('The package index could not be reached')).toBeVisible();
  expect(await digestTree(broken.environmentRoot)).toBe(broken.digest);
});

test('closing in the middle of a repair undoes it first', async ({ broken, openWizard }) => {
  const wizard = await openWizard();
  await walkToPlan(wizard.page);
  const asked = broken.index.requests.length;
  broken.index.setFaults({ hangAfterBytes: 500_000 });
  await button(wizard.page, 'ui.plan.apply').click();
  await expect
    .poll(() => broken.index.requests.slice(asked).join('\n'))
    .toMatch(/GET .*xformers.*\.whl/);
  await wizard.close();
  expect(await programsNaming(broken.environmentRoot)).toEqual([]);
  expect(await digestTree(broken.environmentRoot)).toBe(broken.digest);
});
