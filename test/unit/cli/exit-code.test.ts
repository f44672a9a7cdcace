import { expect, test } from 'vitest';
import { exitCodeOf } from '../../../electron/hosts/cli/exit-code.ts';
import type { OperationResult } from '../../../shared/operation.ts';
import type { Verdict } from '../../../shared/finding.ts';
import { problemCodes, type Problem, type ProblemCode } from '../../../shared/problem.ts';
import type { FixResult, RollbackResult } from '../../../shared/report.ts';
import type { TrialResult } from '../../../shared/trial.ts';
import type { Rung } from '../../../shared/verification.ts';

test.each<[Verdict, Problem | null, number]>([
  ['healthy', null, 0],
  ['benign', null, 0],
  ['not_attention', null, 0],
  ['problem', null, 1],
  ['hardware_limit', null, 1],
  ['unknown', null, 1],
  ['unknown', { code: 'interpreter-crashed' }, 4],
  ['problem', { code: 'timed-out' }, 1],
])('diagnose: %s with problem %j', (verdict, problem, code) => {
  const result = { kind: 'diagnose', diagnosis: { verdict, problem }, snapshots: [] };
  expect(exitCodeOf({ kind: 'result', result: result as unknown as OperationResult })).toBe(code);
});

test.each<[Verdict, number]>([
  ['healthy', 0],
  ['benign', 0],
  ['problem', 1],
  ['hardware_limit', 1],
  ['not_attention', 1],
  ['unknown', 1],
])('log: %s', (verdict, code) => {
  const result = { kind: 'log', analysis: { verdict } } as unknown as OperationResult;
  expect(exitCodeOf({ kind: 'result', result })).toBe(code);
});

test.each<[FixResult['outcome'], number]>([
  ['fixed', 0],
  ['nothing-to-do', 0],
  ['undone', 3],
  ['needs-attention', 4],
  ['cancelled', 130],
])('fix: %s', (outcome, code) => {
  const result = { kind: 'fix', fix: { outcome }, snapshots: [] } as unknown as OperationResult;
  expect(exitCodeOf({ kind: 'result', result })).toBe(code);
});

test.each<[TrialResult['outcome'], number]>([
  ['works', 0],
  ['nothing-to-do', 0],
  ['fails', 1],
])('trial: %s', (outcome, code) => {
  const result = { kind: 'trial', trial: { outcome } } as unknown as OperationResult;
  expect(exitCodeOf({ kind: 'result', result })).toBe(code);
});

test.each<[RollbackResult['outcome'], number]>([
  ['restored', 0],
  ['forgotten', 0],
  ['nothing-to-do', 0],
  ['needs-attention', 4],
])('rollback: %s', (outcome, code) => {
  const result = { kind: 'rollback', rollback: { outcome } } as unknown as OperationResult;
  expect(exitCodeOf({ kind: 'result', result })).toBe(code);
});

test.each<[Rung['outcome'][], number]>([
  [['pass', 'pass', 'pass', 'pass'], 0],
  [['skipped', 'skipped', 'pass', 'skipped'], 0],
  [['skipped', 'skipped', 'skipped', 'skipped'], 1],
  [['pass', 'fail', 'skipped', 'skipped'], 1],
  [['unknown', 'unknown', 'unknown', 'unknown'], 1],
])('verify: %j', (outcomes, code) => {
  const rungs = outcomes.map((outcome) => ({ outcome }));
  const result = {
    kind: 'verify',
    verification: { rungs, backends: [] },
  } as unknown as OperationResult;
  expect(exitCodeOf({ kind: 'result', result })).toBe(code);
});

test.each<[object, number]>([
  [{ workflow: { picture: 'picture' } }, 0],
  [{ workflow: { picture: null } }, 0],
  [{ workflow: { picture: 'black' } }, 1],
  [{ workflow: { picture: 'noise' } }, 1],
  [{ workflowProblem: { code: 'workflow-failed' } }, 1],
])('verify with a workflow: %j', (own, code) => {
  const rungs = [{ outcome: 'pass' }];
  const verification = { rungs, backends: [], ...own };
  const result = { kind: 'verify', verification } as unknown as OperationResult;
  expect(exitCodeOf({ kind: 'result', result })).toBe(code);
});

test('every problem has its code', () => {
  const refused: ProblemCode[] = [
    'busy',
    'environment-locked',
    'comfyui-running',
    'python-in-use',
    'owner-running',
    'processes-unknown',
    'externally-managed',
    'read-only',
    'plan-outdated',
    'index-changed',
    'changed-since',
    'environment-replaced',
    'outside-environment',
    'belongs-to-others',
    'record-missing',
    'would-not-load',
    'never-proved',
    'output-exists',
    'not-as-proved',
    'protection-not-possible',
    'offline',
    'tables-elsewhere',
    'tables-too-large',
    'tables-damaged',
    'tables-unsigned',
    'tables-older',
    'tables-newer',
    'tables-unfit',
    'protection-contradicted',
    'lock-elsewhere',
    'consent-needed',
  ];
  const wrongWords: ProblemCode[] = [
    'invalid-request',
    'not-found',
    'not-an-environment',
    'python-unknown',
    'mirror-unknown',
    'tables-no-address',
    'tables-address',
    'not-a-file',
    'log-empty',
    'not-a-text',
    'bundle-missing',
    'bundle-damaged',
    'bundle-foreign',
    'bundle-newer',
    'facts-unreadable',
    'facts-wrong-type',
    'workflow-unreadable',
    'workflow-not-api',
  ];
  for (const code of problemCodes) {
    const wanted = refused.includes(code)
      ? 5
      : wrongWords.includes(code)
        ? 2
        : code === 'cancelled'
          ? 130
          : 4;
    expect([code, exitCodeOf({ kind: 'problem', problem: { code } })]).toEqual([code, wanted]);
  }
  expect(exitCodeOf({ kind: 'usage' })).toBe(2);
  expect(exitCodeOf({ kind: 'done' })).toBe(0);
});
