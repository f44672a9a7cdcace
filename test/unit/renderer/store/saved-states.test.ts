import { describe, expect, test } from 'vitest';
import type { SavedState } from '../../../../shared/report.ts';
import { savedGroups, welcomeOf } from '../../../../renderer/store/saved-states.ts';
import { repairSinceLog } from '../../../../renderer/store/older-than-repair.ts';
import { installIn } from '../../../../renderer/store/install-in-log.ts';
import { pageOfAddress } from '../../../../renderer/app/use-address.ts';
import { healthyDiagnosis, sampleDiagnosis } from '../../../support/sample-diagnoses.ts';
import { sampleAnalysis } from '../../../support/sample-analyses.ts';
import { looked, session } from '../../../support/sample-repairs.ts';
import { sampleSnapshot } from '../../../support/sample-plan.ts';
import { found } from '../../../support/sample-results.ts';

function state(id: string, changes: Partial<SavedState> = {}): SavedState {
  const at = '2026-11-29T10:00:00.000Z';
  const root = '/home/mei/ComfyUI/venv';
  return {
    ...sampleSnapshot,
    ...{ id, at },
    ...{ targetId: 'install-1', root, state: 'kept', earlier: true },
    ...changes,
  };
}

describe('welcome back', () => {
  const now = new Date('2026-11-30T10:00:00.000Z');
  const kind = (saved: SavedState[], dismissed: string | null = null) =>
    welcomeOf(saved, now, dismissed)?.kind ?? null;

  test('tells of an interrupted repair before anything else, and cannot be hidden', () => {
    const open = state('a', { state: 'interrupted', earlier: false });
    expect(kind([state('b'), open], 'a')).toBe('interrupted');
  });
  test('tells how the newest one ended', () => {
    const undone = state('b', { state: 'restored', restoredAt: '2026-11-29T11:00:00.000Z' });
    expect(kind([state('a'), undone])).toBe('put-back');
    expect(kind([state('a')])).toBe('repaired');
  });
  test('tells nothing that was seen, hidden, long ago or about what is gone', () => {
    expect(kind([state('a', { earlier: false })])).toBeNull();
    expect(kind([state('a')], 'a')).toBeNull();
    expect(kind([state('a', { at: '2026-11-01T10:00:00.000Z' })])).toBeNull();
    expect(kind([state('a', { targetId: null })])).toBeNull();
    expect(kind([])).toBeNull();
  });
});

describe('the undo history', () => {
  test('has the saved states of all installs, those of the chosen one first', () => {
    const own = { ...sampleSnapshot, id: 'own' };
    const other = state('other', { targetId: 'install-2', state: 'interrupted' });
    const groups = savedGroups(session({ ...looked, snapshots: [own] }), [other, state('own')]);
    expect(groups.map((group) => [group.targetId, group.snapshots.map(({ id }) => id)])).toEqual([
      ['install-1', ['own']],
      ['install-2', ['other']],
    ]);
    expect(groups.map((group) => group.interrupted)).toEqual([false, true]);
  });
  test('needs no chosen install', () => {
    expect(savedGroups(session({ found }), [state('a')])[0]?.name).toBe('ComfyUI');
  });
});

describe('a log from before the repair', () => {
  const analysis = sampleAnalysis();
  test('is told where a look since finds its fault no more', () => {
    const now = session({ ...looked, diagnosis: healthyDiagnosis });
    expect(repairSinceLog(analysis, now, [state('a')])?.id).toBe('a');
  });
  test('is not where the fault is still there, or nothing was repaired', () => {
    const still = session({ ...looked, diagnosis: sampleDiagnosis() });
    expect(repairSinceLog(analysis, still, [state('a')])).toBeNull();
    const fine = session({ ...looked, diagnosis: healthyDiagnosis });
    expect(repairSinceLog(analysis, fine, [])).toBeNull();
    expect(repairSinceLog(analysis, fine, [state('a', { restoredAt: '2026' })])).toBeNull();
  });
});

describe('the install that a log names', () => {
  const [install] = found.installs;
  if (!install) throw new Error('the sample has an install');
  const at = (sourceRoot: string) => ({ ...install, id: sourceRoot, sourceRoot });
  const installs = [at('D:\\AI\\ComfyUI'), at('D:\\AI'), at('/home/mei/ComfyUI')];

  test.each([
    ['File "D:/AI/comfyui\\main.py", line 1', 'D:\\AI\\ComfyUI'],
    ['** Path: /home/mei/ComfyUI', '/home/mei/ComfyUI'],
    ['/home/mei/ComfyUI_old/main.py', null],
    ['nothing', null],
  ])('%s', (text, expected) => {
    expect(installIn(text, installs)?.id ?? null).toBe(expected);
  });
});

test.each([
  ['#/history', 'history'],
  ['#/diagnosis', 'diagnosis'],
  ['#/nothing', null],
  ['', null],
])('the address %s is the page %s', (hash, page) => {
  expect(pageOfAddress(hash)).toBe(page);
});
