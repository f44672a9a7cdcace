import { dirname } from 'node:path';
import { createConsents } from '../../electron/engine/consent/consents.ts';
import { onlyConsented } from '../../electron/engine/consent/only-consented.ts';
import type { JobOptions } from '../../electron/engine/jobs/job-options.ts';
import { createJobs } from '../../electron/engine/jobs/jobs.ts';
import { createTargets } from '../../electron/engine/jobs/targets.ts';
import { createLogUploads } from '../../electron/engine/logs/log-uploads.ts';
import type { System } from '../../electron/engine/machine/system.ts';
import { openMemory } from '../../electron/engine/state/memory.ts';
import { openSettings } from '../../electron/engine/state/settings-store.ts';
import type { OperationKind } from '../../shared/operation.ts';
import { emptySession, type Session } from '../../shared/session.ts';
import { makePaperEnvironment } from './paper-environment.ts';
import { contextOf, nothingTold } from './paper-operation.ts';
import { withPaperPip, type PaperPip } from './paper-pip.ts';
import type { BuiltWheel } from './wheels/wheel.ts';

export const jobsAt = new Date('2026-11-22T16:05:00.000Z');

/** The jobs of an engine that knows one environment, of paper, and may start its Python. */
export type PaperJobs = Awaited<ReturnType<typeof makePaperJobs>>;

export async function makePaperJobs(
  wheels: readonly BuiltWheel[],
  { pip = {}, own = {} }: { pip?: Partial<PaperPip>; own?: Partial<System> } = {},
) {
  const paper = await makePaperEnvironment(wheels);
  const bare = { ...withPaperPip(paper, { wheels: [], ...pip }), ...own };
  const { paths } = paper;
  const clock = () => jobsAt;
  const settings = await openSettings(bare, paths.settings);
  const consents = createConsents({
    ...{ system: bare, file: paths.consents, folders: settings.folders, clock },
  });
  const system = onlyConsented(bare, consents);
  const stateFolder = dirname(paths.settings);
  const memory = await openMemory(system, stateFolder);
  const targets = createTargets(system, memory, () => undefined);
  let session: Session = emptySession;
  let count = 0;
  const newId = () => `id-${(count += 1)}`;
  const options: JobOptions = {
    ...{ system, clock, newId, stateFolder, version: '1.2.3', paths, settings, consents, targets },
    ...{ memory, plans: new Map(), bundles: new Map(), uploads: createLogUploads(newId) },
    session: () => session,
    begun: jobsAt,
  };
  const told = nothingTold();
  const abort = new AbortController();
  return {
    ...{ paper, system, options, memory, told, abort },
    jobs: createJobs(options),
    targetId: await targets.resolve(paper.root),
    context: <K extends OperationKind>() => contextOf<K>(told, abort.signal),
    /** What the engine has seen in this sitting. */
    seen: (changes: Partial<Session>): void => {
      session = { ...session, ...changes };
    },
  };
}
