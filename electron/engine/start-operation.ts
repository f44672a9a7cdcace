import { assertNever } from '../../shared/assert-never.ts';
import type { StartRequest } from '../../shared/contract.ts';
import { fail } from '../../shared/problem.ts';
import type { Known } from './create-engine.ts';
import type { HostOptions } from './engine.ts';
import type { Jobs } from './jobs.ts';
import type { LogUploads } from './log-uploads.ts';
import type { createOperationRunner } from './operation-runner.ts';
import type { Targets } from './targets.ts';

type Parts = {
  runner: ReturnType<typeof createOperationRunner>;
  jobs: Jobs;
  targets: Targets;
  plans: ReadonlyMap<string, Known>;
  uploads: LogUploads;
};

/** Starts the job that a request asks for, and answers its id. Ids that mean nothing throw. */
export function startOperation(parts: Parts, request: StartRequest, host: HostOptions): string {
  const { runner, jobs, targets, plans, uploads } = parts;
  switch (request.kind) {
    case 'find': {
      const folder = request.folderId === undefined ? null : targets.folder(request.folderId);
      return runner.start('find', null, (context) => jobs.find(context, folder, host));
    }
    case 'diagnose':
      return runner.start('diagnose', request.targetId, (context) =>
        jobs.diagnose(context, request.targetId, request.static !== true),
      );
    case 'plan':
      return runner.start('plan', request.targetId, (context) =>
        jobs.plan(context, request.targetId, request.goal),
      );
    case 'fix': {
      const known = plans.get(request.planId);
      if (!known) fail('plan-unknown');
      return runner.start('fix', known.plan.targetId, (context) => jobs.fix(context, known));
    }
    case 'verify':
      return runner.start('verify', request.targetId, (context) =>
        jobs.verify(context, request.targetId),
      );
    case 'rollback':
      return runner.start('rollback', request.targetId, (context) =>
        jobs.rollback(context, request.targetId, request.snapshotId ?? null),
      );
    case 'bundle':
      return runner.start('bundle', request.targetId, (context) =>
        jobs.bundle(context, request.targetId, host.bundlePath ?? null),
      );
    case 'log':
      if (!uploads.has(request.logId)) fail('log-unknown');
      // Without a target of its own: reading a log never changes what the user works on.
      return runner.start('log', null, (context) =>
        jobs.log(context, request.logId, request.targetId ?? null),
      );
    default:
      return assertNever(request);
  }
}
