// @vitest-environment jsdom
import { act, cleanup, screen, within } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import { harmlessDiagnosis } from '../../../support/sample-diagnoses.ts';
import { sampleSessions } from '../../../support/sample-session.ts';
import { heading, press, renderWizard } from '../../../support/render-wizard.tsx';

afterEach(cleanup);

const question = () => screen.queryByRole('region', { name: 'May we start this Python?' });

test('the question names the program, every reason and what starting it means', async () => {
  await renderWizard(sampleSessions.unasked);
  // What files alone tell stands above it.
  expect(heading()).toBe('xFormers does not fit your PyTorch, so ComfyUI runs without it.');
  const notice = question();
  if (!notice) throw new Error('no question');
  expect(within(notice).getByText('/mnt/nas/ComfyUI/venv/bin/python')).toBeTruthy();
  expect(
    within(notice)
      .getAllByRole('listitem')
      .map((item) => item.textContent),
  ).toEqual([
    'Other people who use this computer, and their programs, can change /mnt/nas/ComfyUI/venv/bin.',
    'It lies on a disk that is shared by another computer or system (/mnt/nas).',
  ]);
  expect(within(notice).getByText(/whatever its maker wrote in it/)).toBeTruthy();
  // Calm: nothing is wrong.
  expect(screen.queryByRole('alert')).toBeNull();
});

test('“Start this Python” sends consent and nothing else, and the question goes', async () => {
  const { backend } = await renderWizard(sampleSessions.unasked);
  await press('Start this Python');
  expect(backend.requests).toEqual([{ kind: 'diagnose', targetId: 'install-1', consent: true }]);
  await act(async () => {
    backend.tell({ type: 'started', kind: 'diagnose', targetId: 'install-1', steps: [] });
    backend.tell({
      type: 'ended',
      outcome: 'succeeded',
      problem: null,
      result: { kind: 'diagnose', diagnosis: harmlessDiagnosis, snapshots: [] },
    });
  });
  expect(question()).toBeNull();
});

test('“Look at files only” starts no Python', async () => {
  const { backend } = await renderWizard(sampleSessions.unasked);
  await press('Look at files only');
  expect(backend.requests).toEqual([{ kind: 'diagnose', targetId: 'install-1', static: true }]);
});

test.each(['planUnasked', 'checkUnasked'] as const)('%s asks the same', async (name) => {
  const { backend } = await renderWizard(sampleSessions[name]);
  expect(heading()).toBe('For this its Python has to run.');
  expect(screen.queryByRole('button', { name: /\(failed\)/ })).toBeNull();
  expect(question()).toBeTruthy();
  await press('Start this Python');
  expect(backend.requests.at(-1)).toMatchObject({ kind: 'diagnose', consent: true });
});

test('in Chinese', async () => {
  await renderWizard(sampleSessions.unasked, { settings: { language: 'zh-CN', theme: 'dark' } });
  expect(screen.getByRole('region', { name: '可以启动这个 Python 吗？' })).toBeTruthy();
  expect(screen.getByRole('button', { name: '启动这个 Python' })).toBeTruthy();
  expect(screen.getByRole('button', { name: '只看文件' })).toBeTruthy();
});
