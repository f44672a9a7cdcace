import type { Session } from '../../../shared/session.ts';
import type { Consents } from '../consent/consents.ts';
import type { EngineOptions, Known } from '../create-engine.ts';
import type { LogUploads } from '../log-uploads.ts';
import type { openMemory } from '../memory.ts';
import type { openSettings } from '../settings-store.ts';
import type { StatePaths } from '../state-paths.ts';
import type { Targets } from '../targets.ts';

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
};
