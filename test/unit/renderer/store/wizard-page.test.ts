import { describe, expect, test } from 'vitest';
import { pageOf, type Page } from '../../../../renderer/store/wizard-page.ts';
import { repairView } from '../../../../renderer/store/repair-view.ts';
import { samplePlan } from '../../../support/sample-plan.ts';
import { sampleSessions, type SampleName } from '../../../support/sample-session.ts';

const pages: [SampleName, Page][] = [
  ['fresh', 'install'],
  ['searching', 'install'],
  ['found', 'install'],
  ['looking', 'diagnosis'],
  ['lookFailed', 'diagnosis'],
  ['mismatch', 'diagnosis'],
  ['planning', 'upgrade'],
  ['planShown', 'upgrade'],
  ['trying', 'upgrade'],
  ['tried', 'upgrade'],
  ['fixing', 'upgrade'],
  ['fixed', 'upgrade'],
  ['undone', 'upgrade'],
  ['verifying', 'verification'],
  ['notVerified', 'verification'],
  ['reported', 'report'],
  ['rolledBack', 'history'],
];

describe('the first page after a reload', () => {
  test.each(pages)('%s: %s', (name, page) => {
    expect(pageOf(sampleSessions[name], null)).toBe(page);
  });

  test('a session without an operation but with a diagnosis shows that', () => {
    expect(pageOf({ ...sampleSessions.mismatch, operation: null }, null)).toBe('diagnosis');
  });

  test('what is done for Triton is shown in its own step', () => {
    const plan = samplePlan({ goal: 'triton' });
    expect(pageOf({ ...sampleSessions.planShown, plan }, null)).toBe('triton');
    expect(pageOf({ ...sampleSessions.fixing, plan }, null)).toBe('triton');
    expect(pageOf(sampleSessions.planning, 'triton')).toBe('triton');
  });
});

describe('what a repair step shows', () => {
  const upgrade: [SampleName, string][] = [
    ['found', 'no-diagnosis'],
    ['mismatch', 'offer'],
    ['planning', 'planning'],
    ['planFailed', 'plan-failed'],
    ['planShown', 'review'],
    ['trying', 'trying'],
    ['tried', 'tried'],
    ['triedInVain', 'tried'],
    ['notTried', 'not-tried'],
    ['fixing', 'fixing'],
    ['fixRefused', 'fix-failed'],
    ['fixed', 'result'],
    ['undone', 'result'],
    ['fixCancelled', 'result'],
    ['healthy', 'not-needed'],
    ['tritonPlanShown', 'offer'],
  ];
  test.each(upgrade)('upgrade, %s: %s', (name, kind) => {
    expect(repairView(sampleSessions[name], 'upgrade', null).kind).toBe(kind);
  });

  const triton: [SampleName, string][] = [
    ['mismatch', 'not-needed'],
    ['fixing', 'not-needed'],
    ['tritonNeeded', 'offer'],
    ['tritonPlanShown', 'review'],
  ];
  test.each(triton)('triton, %s: %s', (name, kind) => {
    expect(repairView(sampleSessions[name], 'triton', null).kind).toBe(kind);
  });

  test('a plan that changes nothing is not offered for review', () => {
    const plan = samplePlan({ actions: [], changes: [] });
    const view = repairView({ ...sampleSessions.planShown, plan }, 'upgrade', null);
    expect(view.kind).toBe('not-needed');
  });

  test('what was tried speaks of no other plan', () => {
    const plan = samplePlan({ id: 'plan-2' });
    expect(repairView({ ...sampleSessions.tried, plan }, 'upgrade', null).kind).toBe('review');
  });

  test('a look after the repair counts more than the repair', () => {
    const session = { ...sampleSessions.undone, operation: sampleSessions.mismatch.operation };
    expect(repairView(session, 'upgrade', null).kind).toBe('offer');
  });
});
