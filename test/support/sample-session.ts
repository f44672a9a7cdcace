import type { AppState } from '../../shared/contract.ts';
import { message } from '../../shared/messages/index.ts';
import type { Session } from '../../shared/session.ts';
import {
  harmlessDiagnosis,
  healthyDiagnosis,
  sampleDiagnosis,
  tritonRequiredFinding,
  silentDiagnosis,
  unaskedDiagnosis,
  unknownDiagnosis,
} from './sample-diagnoses.ts';
import { targetId } from './sample-machine.ts';
import { operation, running } from './sample-operation.ts';
import { looked, repairSessions, session } from './sample-repairs.ts';
import { found } from './sample-results.ts';

/** A whole state around a session, as the web host would answer it. */
export function appState(session: Session, changes: Partial<AppState> = {}): AppState {
  return {
    app: {
      ...{ version: '0.1.0', host: 'web', platform: 'linux', canPickFolder: false },
      ...{ parts: [{ name: 'Node.js', version: '24.1.0' }], stateFolder: '/home/mei/.doctor' },
    },
    settingsProblem: null,
    settings: { language: 'en', theme: 'light' },
    session,
    ...changes,
  };
}

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
  unasked: session({ ...looked, diagnosis: unaskedDiagnosis, operation: operation('diagnose') }),
  planUnasked: session({
    ...looked,
    diagnosis: unaskedDiagnosis,
    operation: operation('plan', { outcome: 'failed', problem: unaskedDiagnosis.problem }),
  }),
  checkUnasked: session({
    ...looked,
    diagnosis: unaskedDiagnosis,
    operation: operation('verify', { outcome: 'failed', problem: unaskedDiagnosis.problem }),
  }),
  silent: session({ ...looked, diagnosis: silentDiagnosis, operation: operation('diagnose') }),
  planSilent: session({
    ...looked,
    operation: operation('plan', { outcome: 'failed', problem: silentDiagnosis.problem }),
  }),
  tritonNeeded: session({
    ...looked,
    diagnosis: sampleDiagnosis({
      findings: [tritonRequiredFinding],
      headline: tritonRequiredFinding.title,
    }),
    operation: operation('diagnose'),
  }),
  ...repairSessions,
} satisfies Record<string, Session>;

export type SampleName = keyof typeof sampleSessions;
