import type { AppState } from '../../shared/contract.ts';
import type { MessageRef } from '../../shared/messages/index.ts';
import { message } from '../../shared/messages/index.ts';
import {
  operationSteps,
  type LogLine,
  type OperationKind,
  type OperationState,
} from '../../shared/operation.ts';
import type { FixResult } from '../../shared/report.ts';
import { emptySession, type Session } from '../../shared/session.ts';
import {
  failedVerification,
  harmlessDiagnosis,
  healthyDiagnosis,
  passedVerification,
  sampleDiagnosis,
  sampleEnvironment,
  sampleInstall,
  samplePlan,
  sampleSnapshot,
  targetId,
  tritonRequiredFinding,
  unknownDiagnosis,
} from './sample-parts.ts';

/** A whole state around a session, as the web host would answer it. */
export function appState(session: Session, changes: Partial<AppState> = {}): AppState {
  return {
    app: { version: '0.1.0', host: 'web', platform: 'linux', canPickFolder: false },
    settings: { language: 'en', theme: 'light' },
    session,
    ...changes,
  };
}

/** An operation that has ended well, unless said otherwise. */
export function operation(
  kind: OperationKind,
  changes: Partial<OperationState> = {},
): OperationState {
  return {
    operationId: `${kind}-1`,
    kind,
    targetId,
    startedAt: '2026-11-22T16:04:00.000Z',
    steps: operationSteps[kind].map((id) => ({
      id,
      state: 'succeeded',
      fraction: null,
      note: null,
    })),
    findings: [],
    log: [],
    logDropped: 0,
    outcome: 'succeeded',
    problem: null,
    result: null,
    ...changes,
  };
}

/** The same, stopped in the middle of one of its steps. */
export function running(
  kind: OperationKind,
  at: string,
  fraction: number | null,
  note: MessageRef | null,
  log: LogLine[] = [],
): OperationState {
  const position = operationSteps[kind].findIndex((id) => id === at);
  return operation(kind, {
    outcome: null,
    log,
    steps: operationSteps[kind].map((id, index) => ({
      id,
      state: index < position ? 'succeeded' : index === position ? 'running' : 'waiting',
      fraction: index === position ? fraction : null,
      note: index === position ? note : null,
    })),
  });
}

export const pipLog: LogLine[] = [
  {
    stream: 'command',
    text: 'python -m pip install --no-deps --constraint constraints.txt xformers==0.0.29.post3',
  },
  { stream: 'stdout', text: 'Collecting xformers==0.0.29.post3' },
  {
    stream: 'stdout',
    text: '  Downloading xformers-0.0.29.post3-cp311-cp311-manylinux_2_28_x86_64.whl (43.4 MB)',
  },
  { stream: 'stderr', text: 'WARNING: the cache folder is not writable and was not used.' },
];

const found = {
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

function session(changes: Partial<Session>): Session {
  return { ...emptySession, seq: 40, ...changes };
}

const looked = { targetId, found, diagnosis: sampleDiagnosis() };

function fixResult(changes: Partial<FixResult>): FixResult {
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

const undoneProblem = {
  code: 'verification-failed',
  params: { reason: 'its compiled part did not load' },
  detail: 'ImportError: libcudart.so.12: cannot open shared object file',
} as const;

/** Every state that the wizard has a page for, by name. */
export const sampleSessions = {
  fresh: session({ seq: 0 }),
  searching: session({
    operation: running(
      'find',
      'search',
      null,
      message('progress.searching', { folder: '/home/mei', count: 1 }),
    ),
  }),
  nothingFound: session({
    found: { installs: [], environments: [], elapsedMs: 410 },
    operation: operation('find', { targetId: null }),
  }),
  found: session({ found, operation: operation('find', { targetId: null }) }),
  looking: session({
    targetId,
    found,
    operation: running('diagnose', 'probe', null, message('progress.asking-python')),
  }),
  lookFailed: session({
    targetId,
    found,
    operation: operation('diagnose', {
      outcome: 'failed',
      problem: {
        code: 'interpreter-missing',
        params: { executable: '/home/mei/ComfyUI/venv/bin/python' },
      },
    }),
  }),
  mismatch: session({ ...looked, operation: operation('diagnose') }),
  healthy: session({ ...looked, diagnosis: healthyDiagnosis, operation: operation('diagnose') }),
  harmless: session({ ...looked, diagnosis: harmlessDiagnosis, operation: operation('diagnose') }),
  unknown: session({ ...looked, diagnosis: unknownDiagnosis, operation: operation('diagnose') }),
  tritonNeeded: session({
    ...looked,
    diagnosis: sampleDiagnosis({
      findings: [tritonRequiredFinding],
      headline: tritonRequiredFinding.title,
    }),
    operation: operation('diagnose'),
  }),
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
      fileName: 'attention-doctor-2026-11-22.zip',
      bytes: 18_400,
      entries: [
        { name: 'report.json', bytes: 21_000 },
        { name: 'report.md', bytes: 3_200 },
        { name: 'packages.txt', bytes: 4_100 },
        { name: 'log.txt', bytes: 9_800 },
      ],
      redactions: { home: 14, user: 3, host: 1 },
      markdown:
        '# Attention Doctor report\n\n**xFormers does not fit your PyTorch, so ComfyUI runs without it.**\n\n| part | version |\n| --- | --- |\n| Python | 3.11.9 |\n| PyTorch | 2.6.0+cu124 |\n| xFormers | 0.0.27 (built for 2.3.1+cu121) |\n',
    },
    operation: operation('bundle'),
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

export type SampleName = keyof typeof sampleSessions;
