// @vitest-environment jsdom
import { act, cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { afterEach, describe, expect, test } from 'vitest';
import type { LogAnalysis } from '../../../../shared/log-analysis.ts';
import { message } from '../../../../shared/messages/index.ts';
import {
  hostileText,
  otherCauseAnalysis,
  sampleAnalysis,
} from '../../../support/sample-analyses.ts';
import { operation } from '../../../support/sample-operation.ts';
import { sampleSessions } from '../../../support/sample-session.ts';
import { heading, press, renderWizard } from '../../../support/render-wizard.tsx';

afterEach(cleanup);

const mismatchHeading = 'xFormers does not fit your PyTorch, so ComfyUI runs without it.';

function answered(log: LogAnalysis, base = sampleSessions.found) {
  return { ...base, log, operation: operation('log', { targetId: null }) };
}

/** Pastes as a person does, outside of every field. */
async function paste(text: string): Promise<void> {
  const event = new Event('paste', { bubbles: true });
  Object.assign(event, { clipboardData: { files: [], items: [], getData: () => text } });
  await act(async () => {
    document.body.dispatchEvent(event);
  });
}

describe('asking', () => {
  test('the page is always one button away, and reads what is typed', async () => {
    const { backend } = await renderWizard(sampleSessions.found);
    await press('Read a log');
    expect(heading()).toBe('What did ComfyUI print?');
    const button = screen.getByRole('button', { name: 'Read this text' });
    expect(button).toHaveProperty('disabled', true);
    fireEvent.change(screen.getByRole('textbox', { name: 'The text' }), {
      target: { value: 'CUDA error\n' },
    });
    await press('Read this text');
    await waitFor(() => expect(backend.requests).toEqual([{ kind: 'log', logId: 'log-1' }]));
    expect(backend.calls).toContainEqual({ method: 'openLog', params: { name: null } });
    const chunk = Buffer.from('CUDA error\n').toString('base64');
    expect(backend.calls).toContainEqual({
      method: 'addToLog',
      params: { logId: 'log-1', offset: 0, chunk },
    });
  });

  test('a paste on any page is read at once', async () => {
    const { backend } = await renderWizard(sampleSessions.mismatch);
    await paste('Traceback (most recent call last):\n');
    await waitFor(() =>
      expect(backend.requests).toEqual([{ kind: 'log', logId: 'log-1', targetId: 'install-1' }]),
    );
    expect(heading()).toBe('Reading the log…');
  });

  test('a log of somebody else is judged without the install that is chosen', async () => {
    const { backend } = await renderWizard(sampleSessions.mismatch);
    await press('Read a log');
    const box = screen.getByRole('checkbox', { name: /^It comes from/ });
    expect(box).toHaveProperty('checked', true);
    fireEvent.click(box);
    await paste('Traceback\n');
    await waitFor(() => expect(backend.requests).toEqual([{ kind: 'log', logId: 'log-1' }]));
  });

  test('a dropped log is read, on any page', async () => {
    const { backend } = await renderWizard(sampleSessions.mismatch);
    const event = new Event('drop', { bubbles: true });
    const dataTransfer = {
      files: [new File(['hello'], 'comfyui.log')],
      items: [],
      types: ['Files'],
    };
    Object.assign(event, { dataTransfer });
    await act(async () => {
      window.dispatchEvent(event);
    });
    await waitFor(() => expect(backend.requests).toHaveLength(1));
    expect(backend.calls).toContainEqual({ method: 'openLog', params: { name: 'comfyui.log' } });
  });

  test('while another job runs it waits, and can be stopped', async () => {
    const { backend } = await renderWizard(sampleSessions.searching);
    await paste('Traceback\n');
    await waitFor(() => expect(screen.getByText(/as soon as the job/)).toBeTruthy());
    expect(backend.requests).toEqual([]);
    await press('Stop');
    expect(heading()).toBe('What did ComfyUI print?');
    await act(async () =>
      backend.tell({ type: 'ended', outcome: 'succeeded', problem: null, result: null }),
    );
    expect(backend.requests).toEqual([]);
  });

  test('what the engine refuses is said, and the page asks again', async () => {
    const failed = {
      ...sampleSessions.found,
      operation: operation('log', { outcome: 'failed', problem: { code: 'log-empty' } }),
    };
    await renderWizard(failed);
    expect(heading()).toBe('The log could not be read.');
    expect(screen.getByText('There is nothing in this log.')).toBeTruthy();
    expect(screen.getByRole('textbox', { name: 'The text' })).toBeTruthy();
  });
});

describe('the answer', () => {
  test('root cause with its line, consequences folded, harmless things apart', async () => {
    await renderWizard(answered(sampleAnalysis()));
    expect(heading()).toBe(mismatchHeading);
    const cards = screen.getAllByRole('article');
    const root = within(cards[0] ?? document.body);
    expect(root.getByText('Root cause')).toBeTruthy();
    expect(root.getByText('How sure: certain')).toBeTruthy();
    expect(root.getByText('Line 8')).toBeTruthy();
    expect(root.getByText('How to install xFormers')).toBeTruthy();
    expect(screen.getByText('What follows from this (1)')).toBeTruthy();
    expect(screen.getByText('Harmless here (1)')).toBeTruthy();
    expect(screen.getByText('comfyui.log: 12,345 lines, 861 kB')).toBeTruthy();
  });

  test('text of a log stays text', async () => {
    await renderWizard(answered(sampleAnalysis()));
    expect(screen.getByText(hostileText)).toBeTruthy();
    expect(document.querySelector('main img')).toBeNull();
    expect('hurt' in window).toBe(false);
  });

  test('leads to the list without an install, and to the plan with one', async () => {
    await renderWizard(answered(sampleAnalysis()));
    await press('Choose its install');
    expect(heading()).toBe('Which one is giving you trouble?');
    cleanup();
    const { backend } = await renderWizard(answered(sampleAnalysis(), sampleSessions.mismatch));
    await press('Show the plan');
    expect(backend.requests).toEqual([{ kind: 'plan', targetId: 'install-1', goal: 'xformers' }]);
  });

  test('another cause is told calmly, with nothing to repair', async () => {
    await renderWizard(answered(otherCauseAnalysis(), sampleSessions.mismatch));
    expect(screen.getAllByText('Another cause').length).toBe(2);
    expect(screen.queryByText('Root cause')).toBeNull();
    expect(screen.queryByRole('button', { name: /^(Fix|Show the plan)/ })).toBeNull();
    expect(screen.getByText(/^Pasted text: /)).toBeTruthy();
  });

  test('says which attention the last picture used, and whether it was asked for', async () => {
    const fellBack = {
      asked: 'sage',
      started: 'sage',
      last: 'pytorch',
      wanted: 'sage',
      way: 'fallback',
    } as const;
    await renderWizard(answered(sampleAnalysis({ attention: fellBack })));
    expect(screen.getByText(/although the launch flags ask for SageAttention/)).toBeTruthy();
    cleanup();
    const nothing = { asked: null, started: null, last: null, wanted: null, way: 'start' } as const;
    await renderWizard(answered(sampleAnalysis({ attention: nothing })));
    expect(screen.queryByText(/launch flags ask|last picture/)).toBeNull();
  });

  test('an ambiguous log says what would decide it', async () => {
    const question = message('log.question.gpu');
    await renderWizard(answered(sampleAnalysis({ questions: [question] })));
    expect(screen.getByRole('heading', { name: 'What would settle it' })).toBeTruthy();
  });

  test('another log is asked for, and the answer stays until it is there', async () => {
    const { app } = await renderWizard(answered(sampleAnalysis()));
    await press('Read another log');
    expect(heading()).toBe('What did ComfyUI print?');
    await act(async () => app.actions.goTo('install'));
    await press('Read a log');
    expect(heading()).toBe(mismatchHeading);
  });

  test('a link is opened by its id', async () => {
    const { backend } = await renderWizard(answered(sampleAnalysis()));
    await press('How to install xFormers');
    expect(backend.calls.at(-1)).toEqual({
      method: 'openLink',
      params: { linkId: 'xformers-readme' },
    });
  });
});
