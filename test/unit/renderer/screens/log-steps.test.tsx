// @vitest-environment jsdom
import { cleanup, screen, within } from '@testing-library/react';
import { afterEach, describe, expect, test } from 'vitest';
import type { LogAnalysis } from '../../../../shared/log-analysis.ts';
import { message } from '../../../../shared/messages/index.ts';
import type { Prescription } from '../../../../shared/prescription.ts';
import { sampleAnalysis } from '../../../support/sample-analyses.ts';
import { operation } from '../../../support/sample-operation.ts';
import { sampleSessions } from '../../../support/sample-session.ts';
import { press, renderWizard } from '../../../support/render-wizard.tsx';

afterEach(cleanup);

describe('the steps of a finding', () => {
  const command = 'venv/bin/python -m pip install xformers==0.0.29.post3 --no-deps';
  const prescription: Prescription = {
    steps: [
      { text: message('prescription.close', { program: 'ComfyUI' }) },
      {
        text: message('prescription.install.xformers', { requirement: 'xformers==0.0.29.post3' }),
        command: { shell: 'bash', text: command },
      },
    ],
    changes: message('prescription.changes.nothing'),
    undo: { text: message('prescription.undo.uninstall', { name: 'xformers' }) },
    proof: message('prescription.proof.line', { line: 'Using xformers attention' }),
    otherwise: {
      text: message('prescription.otherwise.pytorch'),
      edit: {
        place: message('prescription.place.command'),
        add: '--use-pytorch-cross-attention',
        remove: null,
      },
    },
  };
  const sample = sampleAnalysis();
  const withSteps: LogAnalysis = {
    ...sample,
    findings: sample.findings.map((each) => ({ ...each, prescription })),
  };

  const withoutInstall = {
    ...sampleSessions.found,
    log: withSteps,
    operation: operation('log', { targetId: null }),
  };

  test('stand open without an install, each command with a button of its own', async () => {
    await renderWizard(withoutInstall);
    await press('Read a log');
    const [steps] = screen.getAllByRole('region', { name: 'Step by step' });
    if (!steps) throw new Error('no steps');
    expect(within(steps).getByText(command).tagName).toBe('CODE');
    expect(within(steps).getByRole('button', { name: 'Copy: step 2' })).toBeTruthy();
    expect(within(steps).getByText('--use-pytorch-cross-attention').tagName).toBe('CODE');
    expect(steps.textContent).toContain('Using xformers attention');
  });

  test('are folded beneath the button where a repair can be planned', async () => {
    await renderWizard({
      ...sampleSessions.mismatch,
      log: withSteps,
      operation: operation('log', { targetId: 'install-1' }),
    });
    await press('Read a log');
    const folds = screen.getAllByText('By hand').map((each) => each.closest('details'));
    expect(folds[0]?.open).toBe(false);
  });

  test('the whole answer is copied with them', async () => {
    const written: string[] = [];
    Object.defineProperty(navigator, 'clipboard', {
      configurable: true,
      value: { writeText: async (text: string) => void written.push(text) },
    });
    await renderWizard(withoutInstall);
    await press('Read a log');
    await press('Copy the answer');
    expect(written[0]).toContain(command);
    expect(written[0]).toMatch(/^## /);
  });
});
