import { describe, expect, it } from 'vitest';
import { timeLimits } from '../../../../electron/engine/machine/time-limits.ts';
import { limitsOfPip, sayWhoIsSilent } from '../../../../electron/engine/pip/pip-limits.ts';
import { createNodeSystem } from '../../../../electron/engine/machine/node-system.ts';
import { ProblemError } from '../../../../shared/problem.ts';

describe('how long pip may take', () => {
  const { install, build, pipSettings } = timeLimits;
  it.each([
    [['config', 'list'], { timeLimit: pipSettings }],
    [['index', 'versions', 'x'], { silenceLimit: 5 }],
    [['download', 'x'], { silenceLimit: timeLimits.downloadSilence }],
    [['install', '--dry-run', 'x'], { silenceLimit: 5 }],
    [['wheel', 'x'], { timeLimit: build }],
    [['install', 'x'], { timeLimit: install }],
    [['uninstall', 'x'], { timeLimit: install }],
  ])('for %j', (words, limits) => {
    const system = { ...createNodeSystem(), timeLimits: { indexSilence: 5 } };
    expect(limitsOfPip(system, words)).toEqual(limits);
  });
});

describe('who did not answer', () => {
  const environment = { executable: '/env/python' };
  function said(words: string[], detail?: string) {
    const params = { seconds: 61, limit: 'total' };
    const error = new ProblemError({ code: 'timed-out', params, ...(detail ? { detail } : {}) });
    const told = sayWhoIsSilent(error, environment, words, 'a.example');
    return told instanceof ProblemError ? told.problem : null;
  }
  const silent = { executable: '/env/python', seconds: 61 };
  it.each([
    [['config', 'list'], 'a warning', 'python-silent', silent],
    [['download', 'x'], undefined, 'python-silent', silent],
    [['download', 'x'], ' \n', 'python-silent', silent],
    [['download', 'x'], 'Collecting', 'download-stalled', { index: 'a.example', seconds: 61 }],
    [['index', 'x'], 'Looking', 'download-stalled', { index: 'a.example', seconds: 61 }],
    [['install', '--dry-run'], 'Col', 'download-stalled', { index: 'a.example', seconds: 61 }],
    [['install', 'x'], 'Installing', 'install-endless', { minutes: 2 }],
  ])('of %j after %j', (words, detail, code, params) => {
    expect(said(words, detail)).toMatchObject({ code, params });
  });

  it('is left alone where something else went wrong', () => {
    const error = new ProblemError({ code: 'cancelled' });
    expect(sayWhoIsSilent(error, environment, ['download'], '')).toBe(error);
  });
});
