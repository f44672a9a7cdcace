import { createHistory } from '../history/keep-history.ts';
import { showMirrors } from '../planning/mirrors.ts';
import { createBundleJob } from './bundle-job.ts';
import { createFindJob } from './find-job.ts';
import { createHistoryAnswers } from './history-answers.ts';
import type { JobOptions } from './job-options.ts';
import { createLogJob } from './log-job.ts';
import { createLookJobs } from './look-jobs.ts';
import { createCompareJob } from './compare-job.ts';
import { createProtectJob } from './protect-job.ts';
import { createRepairJobs } from './repair-jobs.ts';
import { askForUpdates } from '../renewal/ask-for-updates.ts';
import { createTargetQuestions } from './target-questions.ts';

/** One function for each kind of operation: what it does between its start and its end. */
export function createJobs(given: JobOptions) {
  const { system, paths, clock: now } = given;
  const options = { ...given, history: createHistory({ system, paths, now }) };
  return {
    /** The user agrees to start the Python of this target. */
    async agree(targetId: string): Promise<void> {
      const { environment } = await options.targets.target(targetId);
      await options.consents.give(environment.executable);
    },
    /** No operation: nothing of the machine is looked at. */
    mirrors: (tried?: string) => showMirrors(options.system, tried),
    updates: () =>
      askForUpdates(options.system, options.version, options.settings.get().checkForUpdates),
    ...createHistoryAnswers(options),
    ...createTargetQuestions(options),
    find: createFindJob(options),
    ...createLookJobs(options),
    ...createRepairJobs(options),
    protect: createProtectJob(options),
    compare: createCompareJob(options),
    bundle: createBundleJob(options),
    log: createLogJob(options),
  };
}
export type Jobs = ReturnType<typeof createJobs>;
