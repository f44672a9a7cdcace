import type { Diagnosis } from '../../../shared/finding.ts';
import type { Plan } from '../../../shared/plan.ts';
import type { Session } from '../../../shared/session.ts';
import type { Consents } from '../consent/consents.ts';
import type { HistoryKeeper } from '../history/keep-history.ts';
import type { LogUploads } from '../logs/log-uploads.ts';
import type { System } from '../machine/system.ts';
import type { openMemory } from '../state/memory.ts';
import type { openSettings } from '../state/settings-store.ts';
import type { StatePaths } from '../state/state-paths.ts';
import type { Targets } from './targets.ts';

/** What the engine is made of: the machine, and what a host decides. */
export type EngineOptions = {
  system: System;
  clock: () => Date;
  newId: () => string;
  /** Where journals, snapshots, settings and logs live (ATTENTION_DOCTOR_HOME). */
  stateFolder: string;
  version: string;
  /** Other keys than the app's own for renewed tables: those of tests. */
  tableKeys?: readonly string[];
};

/** What a plan was made from: kept, so that the renderer only has to name the plan. */
export type Known = { plan: Plan; diagnosis: Diagnosis };

/** With what was seen and done in each environment. */
export type WithHistory = JobOptions & { history: HistoryKeeper };

/** What jobs work with: the machine, and what the engine remembers. */
export type JobOptions = EngineOptions & {
  paths: StatePaths;
  settings: Awaited<ReturnType<typeof openSettings>>;
  consents: Consents;
  targets: Targets;
  memory: Awaited<ReturnType<typeof openMemory>>;
  plans: Map<string, Known>;
  bundles: Map<string, string>;
  uploads: LogUploads;
  session: () => Session;
  /** When this engine was started. */
  begun: Date;
};
