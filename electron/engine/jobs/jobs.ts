import { showMirrors } from '../planning/mirrors.ts';
import { createBundleJob } from './bundle-job.ts';
import { createFindJob } from './find-job.ts';
import type { JobOptions } from './job-options.ts';
import { createLogJob } from './log-job.ts';
import { createLookJobs } from './look-jobs.ts';
import { createRepairJobs } from './repair-jobs.ts';
import { createTargetQuestions } from './target-questions.ts';

/** One function for each kind of operation: what it does between its start and its end. */
export function createJobs(options: JobOptions) {
  return {
    /** The user agrees to start the Python of this target. */
    async agree(targetId: string): Promise<void> {
      const { environment } = await options.targets.target(targetId);
      await options.consents.give(environment.executable);
    },
    /** No operation: nothing of the machine is looked at. */
    mirrors: (tried?: string) => showMirrors(options.system, tried),
    ...createTargetQuestions(options),
    find: createFindJob(options),
    ...createLookJobs(options),
    ...createRepairJobs(options),
    bundle: createBundleJob(options),
    log: createLogJob(options),
  };
}
export type Jobs = ReturnType<typeof createJobs>;
