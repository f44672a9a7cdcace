import type { Culprit, History, SinceProved } from '../../shared/history.ts';
import { message } from '../../shared/messages/index.ts';
import { targetId } from './sample-machine.ts';

const node: Culprit = {
  name: 'ComfyUI-X',
  confidence: 'likely',
  evidence: [
    message('history.evidence.asks', { node: 'ComfyUI-X', requirement: 'torch==2.4.0' }),
    message('history.evidence.minutes-before', { node: 'ComfyUI-X', minutes: 4 }),
  ],
};
const drift = [{ name: 'torch', from: '2.9.1+cu128', to: '2.4.0 (CPU)', by: node }];

/** It worked, and then a custom node swapped torch. */
export const sampleSince: SinceProved = {
  lastGood: '2026-03-03T10:00:00.000Z',
  proved: 'works',
  drift,
  restore: { kind: 'plan', goal: 'recommended' },
  problem: null,
};

export const sampleHistory: History = {
  ...sampleSince,
  targetId,
  entries: [
    {
      ...{ at: '2026-11-20T09:00:00.000Z', kind: 'look', outcome: 'seen', proved: null },
      ...{ changes: drift, by: node },
    },
    {
      ...{ at: '2026-03-03T10:00:00.000Z', kind: 'verify', outcome: 'works', proved: 'works' },
      ...{ changes: [], by: null },
    },
    {
      ...{ at: '2026-03-01T10:00:00.000Z', kind: 'installed', outcome: 'installed', proved: null },
      changes: [{ name: 'torch', from: null, to: '2.9.1+cu128', by: null }],
      by: null,
    },
  ],
};
