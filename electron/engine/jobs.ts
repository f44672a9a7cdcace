import { createBundleJob } from './jobs/bundle-job.ts';
import { createFindJob } from './jobs/find-job.ts';
import type { JobOptions } from './jobs/job-options.ts';
import { createLogJob } from './jobs/log-job.ts';
import { createLookJobs } from './jobs/look-jobs.ts';
import { createRepairJobs } from './jobs/repair-jobs.ts';

/** One function for each kind of operation: what it does between its start and its end. */
export function createJobs(options: JobOptions) {
  return {
    /** The user agrees to start the Python of this target. */
    async agree(targetId: string): Promise<void> {
      const { environment } = await options.targets.target(targetId);
      await options.consents.give(environment.executable);
    },
    find: createFindJob(options),
    ...createLookJobs(options),
    ...createRepairJobs(options),
    bundle: createBundleJob(options),
    log: createLogJob(options),
  };
}
export type Jobs = ReturnType<typeof createJobs>;
