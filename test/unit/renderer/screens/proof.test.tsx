// @vitest-environment jsdom
import { cleanup, screen, within } from '@testing-library/react';
import { afterEach, describe, expect, test } from 'vitest';
import { message } from '../../../../shared/messages/index.ts';
import type { Rung, Verification } from '../../../../shared/verification.ts';
import { fixResult } from '../../../support/sample-results.ts';
import { sampleSessions } from '../../../support/sample-session.ts';
import { passedVerification } from '../../../support/sample-verification.ts';
import { heading, press, renderWizard } from '../../../support/render-wizard.tsx';

afterEach(cleanup);

const loads: Rung = {
  rung: 1,
  id: 'extension',
  outcome: 'fail',
  evidence: message('rung.extension.fail', { text: 'no libcudart' }),
  details: [],
  problem: null,
};
const computes: Rung = {
  ...loads,
  id: 'runs',
  outcome: 'skipped',
  evidence: message('rung.runs.not-asked'),
};
const command = { shell: 'bash', text: 'python main.py' } as const;
const row: Verification['benchmark'][number] = {
  backend: 'sdpa',
  work: 'sdxl-1024',
  kind: 'sdxl',
  shape: '2x10x4096x64',
  dtype: 'fp16',
  medianMs: 1,
  lowMs: 1,
  highMs: 1,
  peakMiB: 10,
  relativeError: 0,
  kernel: null,
};

async function fixed(verification: Partial<Verification>) {
  const checked = { ...passedVerification, ...verification };
  const fix = fixResult({ verification: checked, rungsBefore: [loads, computes] });
  return renderWizard({ ...sampleSessions.fixed, fix, verification: checked });
}

describe('the page after a repair', () => {
  test('shows each check before it and now', async () => {
    await fixed({});
    const list = within(screen.getByRole('region', { name: 'Before and after' }));
    expect(list.getByText(/no libcudart/).textContent).toMatch(/^failed/i);
    expect(list.getAllByText('Not tried before the repair.').length).toBeGreaterThan(0);
    // Neither before nor now: it says nothing.
    expect(list.queryByText(/ComfyUI was not started/)).toBeNull();
  });

  test('has the line that starts ComfyUI, and tells of speed only what was measured', async () => {
    await fixed({ launch: command });
    expect(screen.getByText('python main.py')).toBeTruthy();
    expect(screen.getByRole('button', { name: 'Copy the line' })).toBeTruthy();
    expect(screen.queryByText(/Measured on this card/)).toBeNull();
    cleanup();
    const basis = message('recommend.measured.alone');
    await fixed({ benchmark: [row], recommended: { ...passedVerification.recommended, basis } });
    expect(screen.getByText(/Measured on this card: .*nothing to switch on/)).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Copy the line' })).toBeNull();
  });

  test('puts back from the same page, once it was asked', async () => {
    const { backend } = await fixed({});
    await press(/^Put back: /);
    expect(backend.requests).toEqual([]);
    await press('Put it back');
    expect(backend.requests.at(-1)).toEqual({
      kind: 'rollback',
      targetId: 'install-1',
      snapshotId: 'snapshot-1',
    });
  });
});

test('the page that explains attention is a press away, and leads back', async () => {
  await renderWizard(sampleSessions.mismatch);
  await press('How Flash Attention works');
  expect(heading()).toBe('What Flash Attention does, and when it does not help.');
  expect(screen.getAllByRole('img')).toHaveLength(4);
  await press('See the diagnosis');
  expect(heading()).toBe('xFormers does not fit your PyTorch, so ComfyUI runs without it.');
});
