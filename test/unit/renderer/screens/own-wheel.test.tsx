// @vitest-environment jsdom
import { act, cleanup, screen, within } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import type { Finding } from '../../../../shared/finding.ts';
import { message } from '../../../../shared/messages/index.ts';
import type { Plan } from '../../../../shared/plan.ts';
import { heading, press, renderWizard } from '../../../support/render-wizard.tsx';
import { mismatchFinding, sampleDiagnosis } from '../../../support/sample-diagnoses.ts';
import { operation } from '../../../support/sample-operation.ts';
import { samplePlan } from '../../../support/sample-plan.ts';
import { looked, session } from '../../../support/sample-repairs.ts';
import { appState, sampleSessions } from '../../../support/sample-session.ts';

afterEach(cleanup);

const fileName = 'flash_attn-2.8.3+cu12torch2.6cxx11abiFALSE-cp311-cp311-linux_x86_64.whl';
const finding: Finding = {
  ...mismatchFinding,
  remedies: [
    {
      goal: null,
      fixKind: 'other',
      fixDetail: 'install_matching_accel_wheel',
      ownWheel: 'flash-attn',
    },
  ],
};
const wanted = session({
  ...looked,
  diagnosis: sampleDiagnosis({ findings: [finding] }),
  operation: operation('diagnose'),
});
const { app } = appState(wanted);
const onDesktop = { app: { ...app, canPickFolder: true } };
const asked = { kind: 'plan', targetId: 'install-1', goal: 'flash-attn', wheelId: 'wheel-1' };
const button = (name: string | RegExp) => screen.queryByRole('button', { name });

function planned(own: Partial<Extract<Plan['actions'][number], { kind: 'pip-install' }>>): Plan {
  const wheel = {
    ...{ name: 'flash-attn', version: '2.8.3', fileName, url: 'file:///x' },
    ...{ sha256: 'abc', bytes: 1 },
  };
  const action = { kind: 'pip-install' as const, indexUrl: null, forceReinstall: false };
  return samplePlan({ goal: 'flash-attn', actions: [{ ...action, wheels: [wheel], ...own }] });
}

test('a finding that a file would repair asks the host for it, and sends only its id', async () => {
  const { backend } = await renderWizard(wanted, onDesktop);
  await press(/^Choose a wheel file for: /);
  // Closed without one.
  expect(backend.requests).toEqual([]);
  backend.answer({ pickWheel: async () => ({ ok: true, value: { wheelId: 'wheel-1' } }) });
  await press(/^Choose a wheel file for: /);
  expect(backend.requests).toEqual([asked]);
});

test('a dialog that fails says why', async () => {
  const { backend } = await renderWizard(wanted, onDesktop);
  backend.answer({
    pickWheel: async () => ({ ok: false, problem: { code: 'not-offered-here' } }),
  });
  await press(/^Choose a wheel file for: /);
  expect(backend.requests).toEqual([]);
  expect(screen.getByRole('alert')).toBeTruthy();
});

test('where there is no dialog the folders are walked, and a file of theirs is planned with', async () => {
  const { backend } = await renderWizard(wanted);
  const list = {
    folder: { folderId: 'home', name: 'mei' },
    path: '/home/mei',
    parentId: null,
    children: [{ folderId: 'downloads', name: 'Downloads' }],
    wheels: [],
  };
  backend.answer({
    listFolders: async ({ folderId }) => ({
      ok: true,
      value:
        folderId === 'downloads'
          ? {
              ...list,
              path: '/home/mei/Downloads',
              wheels: [{ wheelId: 'wheel-1', name: fileName }],
            }
          : list,
    }),
  });
  await press(/^Choose a wheel file for: /);
  expect(heading()).toBe('Which wheel file?');
  expect(document.activeElement).toBe(screen.getByRole('heading', { level: 1 }));
  expect(screen.getByText(/flash_attn-….whl/)).toBeTruthy();
  expect(screen.getByText('There are no wheel files in here.')).toBeTruthy();
  await press('Downloads');
  expect(backend.calls.at(-1)).toEqual({
    method: 'listFolders',
    params: { folderId: 'downloads', wheels: true },
  });
  const files = within(screen.getByRole('region', { name: 'Wheel files' }));
  await act(async () => files.getByRole('button', { name: fileName }).click());
  expect(backend.requests).toEqual([asked]);
  expect(screen.queryByText('Which wheel file?')).toBeNull();
});

test('whoever leaves the folders is where they were', async () => {
  await renderWizard(wanted);
  const before = heading();
  await press(/^Choose a wheel file for: /);
  await press('Back');
  expect(heading()).toBe(before);
  await press(/^Choose a wheel file for: /);
  await press(/^Install/);
  expect(screen.queryByText('Which wheel file?')).toBeNull();
});

test('the plan shows the file, its hash and what its name says of it', async () => {
  const fits = [message('wheel.fits.python', { tag: 'cp311', python: '3.11.7' })];
  const plan = planned({ wheelFile: `C:\\Users\\mei\\Downloads\\${fileName}`, wheelFits: fits });
  await renderWizard(session({ ...looked, plan, operation: operation('plan') }), onDesktop);
  expect(screen.getByText(`Your file ${fileName}, which by its name suits here:`)).toBeTruthy();
  expect(screen.getByText('Python: it is for “cp311”, and 3.11.7 is here.')).toBeTruthy();
  expect(screen.getAllByText(/SHA-256 abc/)).not.toEqual([]);
  expect(button('Choose another wheel file…')).not.toBeNull();
  // Which file it was is not known after a reload: another index would mean another plan.
  expect(screen.queryByRole('combobox', { name: 'Download from' })).toBeNull();
});

test('a plan of an index offers a file where one may be taken, and only there', async () => {
  const { backend } = await renderWizard(
    session({ ...looked, plan: planned({}), operation: operation('plan') }),
    onDesktop,
  );
  expect(screen.queryByText(/^Your file/)).toBeNull();
  backend.answer({ pickWheel: async () => ({ ok: true, value: { wheelId: 'wheel-1' } }) });
  await press('Choose a wheel file…');
  expect(backend.requests).toEqual([asked]);
  cleanup();
  await renderWizard(sampleSessions.planShown, onDesktop);
  expect(button(/wheel file/)).toBeNull();
});

test('a file that does not suit leads to another one, and the same may be planned again', async () => {
  const { backend } = await renderWizard(wanted, onDesktop);
  backend.answer({ pickWheel: async () => ({ ok: true, value: { wheelId: 'wheel-1' } }) });
  await press(/^Choose a wheel file for: /);
  await act(async () => {
    backend.tell({ type: 'started', kind: 'plan', targetId: 'install-1', steps: ['resolve'] });
    backend.tell({
      type: 'ended',
      outcome: 'failed',
      problem: {
        code: 'wheel-unfit',
        params: { file: fileName },
        reasons: [message('wheel.unfit.python', { tag: 'cp310', python: '3.11.7' })],
      },
      result: null,
    });
  });
  expect(screen.getByText(/It is for the Python “cp310”; the one here is 3.11.7/)).toBeTruthy();
  expect(button('Choose another wheel file…')?.dataset['primary']).toBe('true');
  await press('Make the plan again');
  expect(backend.requests).toEqual([asked, asked]);
});
