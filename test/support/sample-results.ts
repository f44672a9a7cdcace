import type { FixResult } from '../../shared/report.ts';
import type { TrialResult } from '../../shared/trial.ts';
import type { Found } from '../../shared/install.ts';
import { healthyDiagnosis, sampleDiagnosis } from './sample-diagnoses.ts';
import { sampleEnvironment, sampleInstall } from './sample-machine.ts';
import { pipLog } from './sample-operation.ts';
import { samplePlan, sampleSnapshot } from './sample-plan.ts';
import { passedVerification } from './sample-verification.ts';

export const found: Found = {
  installs: [
    sampleInstall(),
    sampleInstall({
      id: 'install-2',
      name: 'ComfyUI (old)',
      sourceRoot: '/mnt/models/ComfyUI-old',
      running: true,
      comfyui: { version: '0.3.40' },
      python: {
        executable: '/mnt/models/ComfyUI-old/venv/bin/python',
        version: '3.10.14',
        environmentRoot: '/mnt/models/ComfyUI-old/venv',
        runnable: false,
      },
      problems: [
        {
          code: 'interpreter-missing',
          params: { executable: '/mnt/models/ComfyUI-old/venv/bin/python' },
        },
      ],
    }),
  ],
  environments: [
    sampleEnvironment(),
    sampleEnvironment({
      id: 'environment-2',
      environmentRoot: '/home/mei/.venvs/train',
      executable: '/home/mei/.venvs/train/bin/python',
      version: '3.12.4',
    }),
  ],
  elapsedMs: 640,
};

export function fixResult(changes: Partial<FixResult>): FixResult {
  return {
    outcome: 'fixed',
    plan: samplePlan(),
    before: sampleDiagnosis(),
    after: healthyDiagnosis,
    verification: passedVerification,
    changes: samplePlan().changes,
    snapshotId: sampleSnapshot.id,
    problem: null,
    log: pipLog.map((line) => line.text),
    ...changes,
  };
}

export function trialResult(changes: Partial<TrialResult>): TrialResult {
  return {
    outcome: 'works',
    plan: samplePlan(),
    verification: passedVerification,
    after: healthyDiagnosis,
    problem: null,
    ...changes,
  };
}

export const undoneProblem = {
  code: 'verification-failed',
  params: { reason: 'its compiled part did not load' },
  detail: 'ImportError: libcudart.so.12: cannot open shared object file',
} as const;
