import { assertNever } from '../../../shared/assert-never.ts';
import type { StartRequest } from '../../../shared/contract.ts';
import type { OperationKind } from '../../../shared/operation.ts';
import { fail } from '../../../shared/problem.ts';
import type { LogUploads } from '../logs/log-uploads.ts';
import type {
  createOperationRunner,
  OperationContext,
  OperationEnd,
} from '../operations/operation-runner.ts';
import type { HostOptions } from './host-options.ts';
import type { Known } from './job-options.ts';
import type { Jobs } from './jobs.ts';
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

  /** A job about a target, whose Python the user may have agreed to start. */
  function start<K extends OperationKind>(
    kind: K,
    request: Extract<StartRequest, { targetId: string }>,
    job: (context: OperationContext<K>) => Promise<OperationEnd>,
  ): string {
    const { targetId } = request;
    const agreed = host.named === true || (request.kind === 'diagnose' && request.consent === true);
    // Who wants files looked at only did not agree to anything.
    const filesOnly =
      request.kind === 'protect' ||
      request.kind === 'compare' ||
      (request.kind === 'diagnose' && request.static === true);
    return runner.start(kind, targetId, async (context) => {
      if (agreed && !filesOnly) await jobs.agree(targetId);
      return job(context);
    });
  }

  switch (request.kind) {
    case 'find': {
      const folder = request.folderId === undefined ? null : targets.folder(request.folderId);
      const wanted = { folder, glances: request.glances === true };
      return runner.start('find', null, (context) => jobs.find(context, wanted, host));
    }
    case 'diagnose':
      return start('diagnose', request, (context) =>
        jobs.diagnose(context, request.targetId, request.static !== true),
      );
    case 'plan': {
      const { wheelId } = request;
      const wheelFile = wheelId === undefined ? host.wheelFile : targets.wheel(wheelId);
      return start('plan', request, (context) =>
        jobs.plan(context, request.targetId, request.goal, { mirror: request.mirror, wheelFile }),
      );
    }
    case 'fix': {
      const known = plans.get(request.planId);
      if (!known) fail('plan-unknown');
      return runner.start('fix', known.plan.targetId, (context) => jobs.fix(context, known));
    }
    case 'trial': {
      const known = plans.get(request.planId);
      if (!known) fail('plan-unknown');
      return runner.start('trial', known.plan.targetId, (context) => jobs.trial(context, known));
    }
    case 'verify': {
      const { workflowId } = request;
      if (workflowId !== undefined && !uploads.has(workflowId)) fail('log-unknown');
      return start('verify', request, (context) =>
        jobs.verify(context, request.targetId, {
          benchmark: request.benchmark === true,
          workflowFile: host.workflowFile,
          workflowBytes: workflowId === undefined ? undefined : uploads.takeWhole(workflowId),
        }),
      );
    }
    case 'rollback':
      return start('rollback', request, (context) =>
        jobs.rollback(context, request.targetId, {
          snapshotId: request.snapshotId ?? null,
          how: request.how ?? 'put-back',
        }),
      );
    case 'bundle':
      return start('bundle', request, (context) =>
        jobs.bundle(context, request, host.bundlePath ?? null),
      );
    case 'protect':
      return start('protect', request, (context) =>
        jobs.protect(context, request.targetId, request.how, request.planId ?? null),
      );
    case 'compare':
      return start('compare', request, (context) =>
        jobs.compare(context, request.targetId, request.otherId),
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
