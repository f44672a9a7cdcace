import { describe, expect, test } from 'vitest';
import { stepStatuses, type StepMark } from '../../../../renderer/store/wizard-steps.ts';
import { sampleSessions, type SampleName } from '../../../support/sample-session.ts';

type Marks = [StepMark, StepMark, StepMark, StepMark, StepMark, StepMark];
const open = 'to-do';

const table: [SampleName, Marks][] = [
  ['fresh', [open, open, open, open, open, open]],
  ['nothingFound', [open, open, open, open, open, open]],
  ['found', [open, open, open, open, open, open]],
  ['looking', ['done', open, open, open, open, open]],
  ['lookFailed', ['done', 'failed', open, open, open, open]],
  ['mismatch', ['done', 'done', open, 'not-needed', open, open]],
  ['healthy', ['done', 'done', 'not-needed', 'not-needed', open, open]],
  ['harmless', ['done', 'done', 'not-needed', 'not-needed', open, open]],
  ['unknown', ['done', 'done', 'not-needed', 'not-needed', open, open]],
  ['tritonNeeded', ['done', 'done', 'not-needed', open, open, open]],
  ['planShown', ['done', 'done', open, 'not-needed', open, open]],
  ['fixing', ['done', 'done', open, 'not-needed', open, open]],
  ['fixed', ['done', 'done', 'done', 'not-needed', 'done', open]],
  ['undone', ['done', 'done', 'failed', 'not-needed', 'failed', open]],
  ['fixCancelled', ['done', 'done', open, 'not-needed', open, open]],
  ['needsAttention', ['done', 'done', 'failed', 'not-needed', open, open]],
  ['verified', ['done', 'done', 'not-needed', 'not-needed', 'done', open]],
  ['notVerified', ['done', 'done', open, 'not-needed', 'failed', open]],
  ['reported', ['done', 'done', open, 'not-needed', open, 'done']],
];

describe('the marks of the six steps follow from the session', () => {
  test.each(table)('%s', (name, marks) => {
    const statuses = stepStatuses(sampleSessions[name], null);
    expect(statuses.map((status) => status.mark)).toEqual(marks);
  });

  test('a step that is to do and shown is here; one that is done stays done', () => {
    expect(stepStatuses(sampleSessions.mismatch, 'upgrade')[2]?.mark).toBe('here');
    expect(stepStatuses(sampleSessions.mismatch, 'diagnosis')[1]?.mark).toBe('done');
  });

  test('a step that is not needed says why', () => {
    const reasons = (name: SampleName) =>
      stepStatuses(sampleSessions[name], null)
        .filter((status) => status.mark === 'not-needed')
        .map((status) => status.reason?.key);
    expect(reasons('healthy')).toEqual(['ui.not-needed.healthy', 'ui.not-needed.triton-there']);
    expect(reasons('harmless')).toEqual(['ui.not-needed.benign', 'ui.not-needed.triton-unused']);
    expect(reasons('unknown')).toEqual(['ui.not-needed.unknown', 'ui.not-needed.triton-unknown']);
    expect(reasons('tritonNeeded')).toEqual(['ui.not-needed.only-triton']);
  });
});
