import { message } from '../../shared/messages/index.ts';
import { emptySession, type Session } from '../../shared/session.ts';
import { healthyDiagnosis, sampleDiagnosis } from './sample-diagnoses.ts';
import { targetId } from './sample-machine.ts';
import { operation, pipLog, running } from './sample-operation.ts';
import { samplePlan, sampleSnapshot } from './sample-plan.ts';
import { fixResult, found, trialResult, undoneProblem } from './sample-results.ts';
import { failedVerification, passedVerification } from './sample-verification.ts';

/** A session with some of its parts, after forty events. */
export function session(changes: Partial<Session>): Session {
  return { ...emptySession, seq: 40, ...changes };
}

/** A git clone with a mismatched xFormers, looked at. */
export const looked = { targetId, found, diagnosis: sampleDiagnosis() };

/** From the plan on: everything after the diagnosis. */
export const repairSessions = {
  planning: session({
    ...looked,
    operation: running('plan', 'resolve', null, message('progress.resolving')),
  }),
  planFailed: session({
    ...looked,
    operation: operation('plan', {
      outcome: 'failed',
      problem: { code: 'index-unreachable', params: { index: 'http://127.0.0.1:8081/simple' } },
    }),
  }),
  planShown: session({ ...looked, plan: samplePlan(), operation: operation('plan') }),
  tritonPlanShown: session({
    ...looked,
    plan: samplePlan({
      goal: 'triton',
      changes: [{ name: 'triton', from: null, to: '3.2.0' }],
    }),
    operation: operation('plan'),
  }),
  trying: session({
    ...looked,
    plan: samplePlan(),
    operation: running(
      'trial',
      'build',
      null,
      message('progress.installing', { names: 'xformers' }),
    ),
  }),
  tried: session({
    ...looked,
    plan: samplePlan(),
    trial: trialResult({}),
    operation: operation('trial'),
  }),
  triedInVain: session({
    ...looked,
    plan: samplePlan(),
    trial: trialResult({
      outcome: 'fails',
      verification: failedVerification,
      problem: { code: 'trial-failed', detail: 'xformers_torch_mismatch' },
    }),
    operation: operation('trial'),
  }),
  notTried: session({
    ...looked,
    plan: samplePlan(),
    operation: operation('trial', {
      outcome: 'failed',
      problem: { code: 'index-unreachable', params: { index: '127.0.0.1:8081' } },
    }),
  }),
  fixing: session({
    ...looked,
    plan: samplePlan(),
    operation: running(
      'fix',
      'download',
      0.29,
      message('progress.downloading', {
        name: 'xformers 0.0.29.post3',
        done: '12 MB',
        total: '43 MB',
      }),
      pipLog,
    ),
  }),
  fixRefused: session({
    ...looked,
    plan: samplePlan(),
    operation: operation('fix', {
      outcome: 'failed',
      problem: { code: 'comfyui-running', params: { pid: 4711 } },
    }),
  }),
  fixed: session({
    ...looked,
    diagnosis: healthyDiagnosis,
    fix: fixResult({}),
    verification: passedVerification,
    snapshots: [sampleSnapshot],
    operation: operation('fix', { log: pipLog }),
  }),
  undone: session({
    ...looked,
    fix: fixResult({
      outcome: 'undone',
      after: sampleDiagnosis(),
      verification: failedVerification,
      problem: undoneProblem,
    }),
    verification: failedVerification,
    operation: operation('fix', {
      outcome: 'failed',
      problem: undoneProblem,
      log: pipLog,
      result: {
        kind: 'fix',
        fix: fixResult({ outcome: 'undone', problem: undoneProblem }),
        snapshots: [],
      },
    }),
  }),
  fixCancelled: session({
    ...looked,
    fix: fixResult({ outcome: 'cancelled', after: null, verification: null, snapshotId: null }),
    operation: operation('fix', {
      outcome: 'cancelled',
      problem: { code: 'cancelled' },
      result: { kind: 'fix', fix: fixResult({ outcome: 'cancelled' }), snapshots: [] },
    }),
  }),
  needsAttention: session({
    ...looked,
    fix: fixResult({
      outcome: 'needs-attention',
      after: null,
      verification: null,
      problem: { code: 'undo-failed', params: { reason: 'a file is in use' } },
    }),
    snapshots: [sampleSnapshot],
    operation: operation('fix', { outcome: 'failed' }),
  }),
  verifying: session({
    ...looked,
    operation: running('verify', 'probe', null, message('progress.asking-python')),
  }),
  verified: session({
    ...looked,
    diagnosis: healthyDiagnosis,
    verification: passedVerification,
    operation: operation('verify'),
  }),
  notVerified: session({
    ...looked,
    verification: failedVerification,
    operation: operation('verify'),
  }),
  reported: session({
    ...looked,
    bundle: {
      bundleId: 'bundle-1',
      fileName: 'comfyui-2026-11-22.attention-doctor.zip',
      bytes: 18_400,
      entries: [
        { name: 'report.json', bytes: 21_000 },
        { name: 'report.md', bytes: 3_200 },
        { name: 'packages.txt', bytes: 4_100 },
        { name: 'log.txt', bytes: 9_800 },
      ],
      redactions: { home: 14, user: 3, host: 1 },
      files: [
        { name: 'report.md', bytes: 3_200, text: '## Report\n\n~/ComfyUI\n', cut: false },
        { name: 'report.json', bytes: 21_000, text: '{ "schema": 1 }\n', cut: false },
        { name: 'packages.txt', bytes: 4_100, text: 'torch==2.6.0\n', cut: true },
        { name: 'log.txt', bytes: 9_800, text: 'of <user> on <host>\n', cut: false },
      ],
      leftOut: [],
      markdown:
        '# Attention Doctor report\n\n**xFormers does not fit your PyTorch, so ComfyUI runs without it.**\n\n| part | version |\n| --- | --- |\n| Python | 3.11.9 |\n| PyTorch | 2.6.0+cu124 |\n| xFormers | 0.0.27 (built for 2.3.1+cu121) |\n',
    },
    operation: operation('bundle'),
  }),
  bundleOpened: session({
    ...looked,
    opened: {
      fileName: 'from a friend.zip',
      report: {
        schema: 1,
        version: '1.2.3',
        at: '2026-11-22T10:00:00.000Z',
        diagnosis: sampleDiagnosis(),
        verification: failedVerification,
        fix: null,
        snapshots: [],
      },
      files: [{ name: 'report.md', bytes: 40, text: '## Report of <user>\n', cut: false }],
    },
    operation: operation('log'),
  }),
  history: session({
    ...looked,
    snapshots: [
      sampleSnapshot,
      {
        ...sampleSnapshot,
        id: 'snapshot-0',
        at: '2026-11-02T09:12:00.000Z',
        restoredAt: '2026-11-02T09:40:00.000Z',
        changes: [{ name: 'triton', from: null, to: '3.2.0' }],
      },
    ],
    operation: operation('diagnose'),
  }),
  rolledBack: session({
    ...looked,
    snapshots: [{ ...sampleSnapshot, restoredAt: '2026-11-22T16:20:00.000Z' }],
    rollback: {
      outcome: 'restored',
      restored: [{ name: 'xformers', from: '0.0.29.post3', to: '0.0.27' }],
      snapshotId: sampleSnapshot.id,
    },
    operation: operation('rollback'),
  }),
} satisfies Record<string, Session>;
