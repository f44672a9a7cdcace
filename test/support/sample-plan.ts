import { message } from '../../shared/messages/index.ts';
import type { Plan } from '../../shared/plan.ts';
import type { Snapshot } from '../../shared/report.ts';
import { root, targetId } from './sample-machine.ts';

export function samplePlan(changes: Partial<Plan> = {}): Plan {
  return {
    id: 'plan-1',
    targetId,
    environmentId: 'environment-1',
    environmentRoot: `${root}/venv`,
    executable: `${root}/venv/bin/python`,
    goal: 'recommended',
    actions: [
      {
        kind: 'pip-install',
        wheels: [
          {
            name: 'xformers',
            version: '0.0.29.post3',
            fileName: 'xformers-0.0.29.post3-cp311-cp311-manylinux_2_28_x86_64.whl',
            url: 'http://127.0.0.1:8081/xformers/',
            sha256: '5f7d6ad0bd64d5f1d4a5e8a3bd0a7b1c5e34f0c6cf5b1fb1a8e1a3b9c3c1d9e0',
            bytes: 43_400_000,
          },
        ],
        indexUrl: null,
        forceReinstall: false,
      },
    ],
    changes: [{ name: 'xformers', from: '0.0.27', to: '0.0.29.post3' }],
    pinned: [
      { name: 'torch', version: '2.6.0+cu124' },
      { name: 'torchvision', version: '0.21.0+cu124' },
      { name: 'torchaudio', version: '2.6.0+cu124' },
      { name: 'numpy', version: '2.1.3' },
      { name: 'triton', version: '3.2.0' },
    ],
    downloadBytes: 43_400_000,
    diskBytes: 126_000_000,
    commands: [
      'python -m pip download --no-deps --dest wheels xformers==0.0.29.post3',
      'python -m pip install --no-index --no-deps --require-hashes --find-links wheels --requirement action-0.txt',
    ],
    undo: message('plan.undo'),
    warnings: [],
    ...changes,
  };
}

export const sampleSnapshot: Snapshot = {
  id: 'snapshot-1',
  at: '2026-11-22T16:05:00.000Z',
  reason: 'recommended',
  bytes: 118_000_000,
  changes: [{ name: 'xformers', from: '0.0.27', to: '0.0.29.post3' }],
  restoredAt: null,
};
