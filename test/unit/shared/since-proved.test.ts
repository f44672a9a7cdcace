import { expect, test } from 'vitest';
import { reduceSession, type Session } from '../../../shared/session.ts';
import { passedVerification } from '../../support/sample-verification.ts';
import { sampleSince } from '../../support/sample-history.ts';
import { sampleSessions } from '../../support/sample-session.ts';

function ended(session: Session, since: typeof sampleSince): Session {
  const operationId = session.operation?.operationId ?? '';
  const result = { kind: 'verify' as const, verification: passedVerification, since };
  const base = { operationId, seq: session.seq + 1, at: '2026-11-30T00:00:00.000Z' };
  return reduceSession(session, {
    ...{ type: 'ended', ...base, outcome: 'succeeded', problem: null, result },
  });
}

test('what the last job learned of what was proved holds wherever it is shown', () => {
  const session = sampleSessions.mismatch;
  const id = session.targetId ?? '';
  const drifted = ended(session, sampleSince);
  expect(drifted.found?.drifted).toEqual({ [id]: sampleSince });
  expect(drifted.diagnosis?.since).toEqual(sampleSince);
  const again = ended(drifted, { ...sampleSince, drift: [], restore: null });
  expect(again.found?.drifted).toEqual({});
  expect(again.diagnosis?.since?.drift).toEqual([]);
});
