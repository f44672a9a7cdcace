// @vitest-environment jsdom
import { act, cleanup, screen, within } from '@testing-library/react';
import { afterEach, describe, expect, test } from 'vitest';
import { sampleDiagnosis } from '../../../support/sample-diagnoses.ts';
import { sampleFacts } from '../../../support/sample-machine.ts';
import { appState, sampleSessions } from '../../../support/sample-session.ts';
import { heading, press, renderWizard } from '../../../support/render-wizard.tsx';

afterEach(cleanup);

describe('undo history', () => {
  test('says what happens, asks, and sends the id', async () => {
    const { backend } = await renderWizard(sampleSessions.history);
    await press('Undo history');
    expect(heading()).toBe('Undo history');
    await press(/^Put back: /);
    const question = screen.getByRole('group', { name: /as it was before this repair/ });
    expect(within(question).getByText('xformers 0.0.29.post3 becomes 0.0.27 again')).toBeTruthy();
    await press('Put it back');
    expect(backend.requests).toEqual([
      { kind: 'rollback', targetId: 'install-1', snapshotId: 'snapshot-1' },
    ]);
  });

  test('"Keep it as it is" starts nothing', async () => {
    const { backend } = await renderWizard(sampleSessions.history);
    await press('Undo history');
    await press(/^Put back: /);
    await press('Keep it as it is');
    expect(screen.queryByRole('group')).toBeNull();
    expect(backend.requests).toEqual([]);
  });

  test('a state that was put back is shown as such', async () => {
    await renderWizard(sampleSessions.rolledBack);
    expect(screen.getByText('Everything was put back as it was before the repair.')).toBeTruthy();
    expect(screen.queryByRole('button', { name: /^Put back/ })).toBeNull();
  });
});

describe('report', () => {
  test('prepared first, then shown, then saved', async () => {
    const { backend } = await renderWizard(sampleSessions.mismatch);
    await press(/^Report/);
    await press('Prepare the report');
    expect(backend.requests).toEqual([{ kind: 'bundle', targetId: 'install-1', language: 'en' }]);
    cleanup();
    await renderWizard(sampleSessions.reported);
    const text = screen.getByRole('region', { name: 'The report' }).textContent;
    expect(text).toContain('# Attention Doctor report');
    await press('Save bundle');
    expect(screen.getByText('Saved as bundle.zip.')).toBeTruthy();
  });

  test('what is taken out is left out of the next one', async () => {
    const { backend } = await renderWizard(sampleSessions.reported);
    expect(screen.queryByRole('checkbox', { name: 'Include report.md' })).toBeNull();
    await act(async () => screen.getByRole('checkbox', { name: 'Include log.txt' }).click());
    expect(screen.queryByRole('button', { name: 'Save bundle' })).toBeNull();
    await press('Prepare it with this choice');
    expect(backend.requests).toEqual([
      { kind: 'bundle', targetId: 'install-1', language: 'en', without: ['log.txt'] },
    ]);
  });

  test('what was replaced is marked in every file', async () => {
    await renderWizard(sampleSessions.reported);
    const marks = screen.getByRole('region', { name: 'log.txt' }).querySelectorAll('mark');
    expect([...marks].map((mark) => mark.textContent)).toEqual(['<user>', '<host>']);
  });

  test('of another computer can be read, and repairs nothing here', async () => {
    const { backend } = await renderWizard(sampleSessions.bundleOpened);
    await press('Read a log');
    expect(screen.getByText(/A report from another computer/)).toBeTruthy();
    expect(screen.queryByRole('button', { name: /Fix/ })).toBeNull();
    await press('Close it');
    expect(screen.queryByText(/A report from another computer/)).toBeNull();
    expect(backend.requests).toEqual([]);
  });
});

describe('steps with nothing to do', () => {
  test('say so, with the reason', async () => {
    await renderWizard(sampleSessions.healthy);
    await press(/^Upgrade/);
    expect(heading()).toBe('There is nothing to upgrade.');
    await press(/^Triton/);
    expect(heading()).toBe('There is nothing to do about Triton.');
    expect(screen.getAllByText('Triton 3.2.0 is installed.').length).toBeGreaterThan(0);
  });

  test('Triton is planned in its own step', async () => {
    const { backend } = await renderWizard(sampleSessions.tritonNeeded);
    await press(/^Triton/);
    await press('Show the plan');
    expect(backend.requests.at(-1)).toMatchObject({ kind: 'plan', goal: 'triton' });
  });
});

describe('diagnosis', () => {
  test('what could not be checked is neither fine nor wrong', async () => {
    await renderWizard(sampleSessions.unknown);
    expect(heading()).toBe('We could not check everything, so we do not say that it works.');
    expect(screen.getAllByText('could not be checked').length).toBeGreaterThan(0);
    expect(screen.queryByRole('button', { name: 'Fix everything' })).toBeNull();
  });

  test('harmless things are listed, with no button to fix them', async () => {
    await renderWizard(sampleSessions.harmless);
    expect(
      screen.getByRole('heading', { name: 'Triton is not installed. This is harmless.' }),
    ).toBeTruthy();
    expect(screen.queryByRole('button', { name: /^Fix/ })).toBeNull();
    expect(screen.getByRole('button', { name: 'Check that it works' })).toBeTruthy();
  });
});

describe('around the pages', () => {
  test('language and theme are switched and kept', async () => {
    const { backend } = await renderWizard(sampleSessions.mismatch);
    await press('中文');
    expect(document.documentElement.lang).toBe('zh-CN');
    expect(screen.getByRole('button', { name: '全部修复' })).toBeTruthy();
    await press(/^主题：浅色/);
    expect(document.documentElement.dataset.mantineColorScheme).toBe('dark');
    const saved = backend.calls.filter(({ method }) => method === 'saveSettings');
    expect(saved.at(-1)?.params).toEqual({ language: 'zh-CN', theme: 'dark' });
  });

  test('a lost connection is said and goes away again', async () => {
    const { backend } = await renderWizard(sampleSessions.mismatch);
    await act(async () => backend.loseConnection());
    expect(screen.getByText('The connection to Attention Doctor was lost.')).toBeTruthy();
    await act(async () => backend.openConnection());
    expect(screen.queryByText('The connection to Attention Doctor was lost.')).toBeNull();
  });

  test('a refused request is said on the page and can be hidden', async () => {
    const { backend } = await renderWizard(sampleSessions.mismatch);
    backend.answer({ start: async () => ({ ok: false, problem: { code: 'busy' } }) });
    await press('Look again');
    expect(screen.getByText('Another job is still running here.')).toBeTruthy();
    await press('Hide this');
    expect(screen.queryByText('Another job is still running here.')).toBeNull();
  });

  test('without an engine the window says so and tries again', async () => {
    const { backend, app } = await renderWizard(sampleSessions.mismatch);
    act(() =>
      app.store.setState({ loaded: { phase: 'failed', problem: { code: 'fatal-start' } } }),
    );
    expect(heading()).toBe('Attention Doctor could not start.');
    backend.replaceState(appState(sampleSessions.healthy));
    await press('Try again');
    expect(heading()).toMatch(/^Everything works/);
  });

  test('a mistake of ours is owned up to, calmly', async () => {
    const { app } = await renderWizard(sampleSessions.mismatch);
    const broken = { phase: 'ready', state: { session: { operation: null } } } as never;
    act(() => app.store.setState({ loaded: broken }));
    expect(heading()).toBe('This window made a mistake and stopped.');
    expect(screen.getByRole('button', { name: 'Reload' })).toBeTruthy();
  });

  test('a log of five thousand lines draws only what is in sight', async () => {
    const { operation } = sampleSessions.fixing;
    const log = Array.from({ length: 5000 }, (_, index) => ({
      stream: 'stdout' as const,
      text: `line ${index}`,
    }));
    const session = operation
      ? { ...sampleSessions.fixing, operation: { ...operation, log, logDropped: 12 } }
      : sampleSessions.fixing;
    await renderWizard(session);
    await press('Show the log');
    expect(screen.getByText('The last 5000 of 5012 lines')).toBeTruthy();
    expect(screen.getByRole('region', { name: 'Log' }).textContent.length).toBeLessThan(2000);
  });

  test('folders are walked where there is no native dialog', async () => {
    const { backend } = await renderWizard(sampleSessions.nothingFound);
    await press('Add a folder');
    expect(heading()).toBe('Where is it?');
    await press('ComfyUI');
    expect(backend.calls.at(-1)).toEqual({ method: 'listFolders', params: { folderId: 'comfy' } });
    await press('Search in this folder');
    expect(backend.requests).toEqual([{ kind: 'find', glances: true, folderId: 'home' }]);
  });
});

describe('packages that disagreed before', () => {
  const conflicts = [{ by: 'sympy', name: 'mpmath', specifier: '<1.4', version: '1.4.1' }];

  test('are folded away, with what each asks for and what is there', async () => {
    const diagnosis = sampleDiagnosis({ facts: sampleFacts({ conflicts }) });
    await renderWizard({ ...sampleSessions.mismatch, diagnosis });
    const fold = screen.getByText('Packages that disagree already (1)').closest('details');
    expect(fold?.open).toBe(false);
    expect(fold?.textContent).toContain('sympy asks for mpmath <1.4; 1.4.1 is here.');
    expect(fold?.textContent).toContain('We leave them alone.');
  });

  test('are not spoken of where there are none', async () => {
    await renderWizard(sampleSessions.mismatch);
    expect(screen.queryByText(/disagree already/)).toBeNull();
  });
});
