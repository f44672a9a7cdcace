// @vitest-environment jsdom
import { cleanup, screen } from '@testing-library/react';
import { afterEach, describe, expect, test } from 'vitest';
import type { Comparison } from '../../../../shared/comparison.ts';
import { message } from '../../../../shared/messages/index.ts';
import type { Protection, Threat } from '../../../../shared/protection.ts';
import { press, renderWizard } from '../../../support/render-wizard.tsx';
import { healthyDiagnosis } from '../../../support/sample-diagnoses.ts';
import { emptySession, type Session } from '../../../../shared/session.ts';
import { operation } from '../../../support/sample-operation.ts';
import { found } from '../../../support/sample-results.ts';
import { targetId } from '../../../support/sample-machine.ts';

afterEach(cleanup);

const threat = (source: string): Threat => ({
  ...{ source, kind: 'node', file: null, requirement: 'torch==2.4.0' },
  would: { name: 'torch', from: '2.6.0', to: '2.4.0' },
});
const planned: Protection = {
  ...{ outcome: 'planned', targetId, planId: 'protection-1', state: 'off', left: [] },
  files: [{ path: '/env/pip.conf', lines: ['constraint = /c.txt'], isNew: true }],
  guards: [{ name: 'torch', specifier: '===2.6.0' }],
  threats: [],
  uncovered: [message('protection.uncovered.uv')],
};

function session(changes: Partial<Session> = {}): Session {
  const diagnosis = { ...healthyDiagnosis, threats: [threat('A'), threat('B')] };
  const ended = operation('diagnose', { targetId });
  return { ...emptySession, targetId, found, diagnosis, operation: ended, ...changes };
}

describe('the protection in the wizard', () => {
  test('tells who would replace what at the next update, without alarm', async () => {
    await renderWizard(session());
    expect(
      screen.getByText('2 custom nodes would replace PyTorch when they are next updated'),
    ).toBeDefined();
    expect(screen.getByText(/A asks for torch==2\.4\.0/)).toBeDefined();
    expect(screen.queryByRole('alert')).toBeNull();
  });

  test('shows every line before it is written, and writes what was shown', async () => {
    const asked = await renderWizard(session());
    await press('Protect this environment');
    expect(asked.backend.requests).toEqual([{ kind: 'protect', targetId, how: 'plan' }]);
    cleanup();
    const { backend } = await renderWizard(session({ protection: planned }));
    expect(screen.getByText('/env/pip.conf (new)')).toBeDefined();
    expect(screen.getByText('constraint = /c.txt')).toBeDefined();
    expect(screen.getByText(/uv has no settings for one Python/)).toBeDefined();
    await press('Write these lines');
    expect(backend.requests).toEqual([
      { kind: 'protect', targetId, how: 'on', planId: 'protection-1' },
    ]);
  });

  test('offers to take it away where it is on, and to renew it where it is of another day', async () => {
    const on = { ...planned, outcome: 'protected', state: 'on' } as const;
    const { backend } = await renderWizard(session({ protection: on }));
    expect(screen.getByText('The protection is on.')).toBeDefined();
    expect(screen.queryByRole('button', { name: 'Protect this environment' })).toBeNull();
    await press('Take the protection away');
    expect(backend.requests).toEqual([{ kind: 'protect', targetId, how: 'off' }]);
    cleanup();
    const diagnosis = { ...healthyDiagnosis, protection: 'outdated' as const };
    await renderWizard(session({ diagnosis }));
    expect(screen.getByRole('button', { name: 'Renew the protection' })).toBeDefined();
  });

  test('shows in what another install differs', async () => {
    const side = (id: string) => ({
      ...{ targetId: id, place: '/a', verdict: 'healthy' as const },
      headline: message('compare.alike'),
    });
    const comparison: Comparison = {
      ...{ left: side(targetId), right: side('other') },
      packages: [{ name: 'xformers', left: null, right: '0.0.29' }],
      flags: [{ flag: '--fast', left: true, right: false }],
      findings: [],
    };
    const other = { ...healthyDiagnosis.environment, id: 'other', environmentRoot: '/other' };
    const both = { ...found, installs: [], environments: [other] };
    const { backend } = await renderWizard(session({ comparison, found: both }));
    expect(screen.getByRole('rowheader', { name: 'xformers' })).toBeDefined();
    expect(screen.getByText('not there')).toBeDefined();
    expect(screen.getByText(/only here/)).toBeDefined();
    await press('Compare');
    expect(backend.requests).toEqual([{ kind: 'compare', targetId, otherId: 'other' }]);
  });
});
