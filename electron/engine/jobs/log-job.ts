import { ownerOf } from '../examination/diagnose.ts';
import { analyseLog } from '../log-analysis/analyse-log.ts';
import type { OperationContext, OperationEnd } from '../operations/operation-runner.ts';
import type { JobOptions } from './job-options.ts';

/** Says what a log means. Where it belongs to a target, what was seen of that counts too. */
export function createLogJob({ system, uploads, session }: JobOptions) {
  return async function logJob(
    context: OperationContext<'log'>,
    logId: string,
    targetId: string | null,
  ): Promise<OperationEnd> {
    // The pieces were read while they came; what is left is their end.
    const { name, reading, elapsedMs } = await context.step('read', async () =>
      uploads.take(logId),
    );
    const { diagnosis } = session();
    const seen = diagnosis !== null && diagnosis.targetId === targetId ? diagnosis : null;
    const torchIndex = system.environment.ATTENTION_DOCTOR_TORCH_INDEX;
    const owner = seen && ownerOf(seen, seen.facts, torchIndex);
    const facts = seen?.facts ?? null;
    const analysis = await context.step('judge', async () =>
      analyseLog(reading, { name, stated: null, facts, owner, torchIndex, elapsedMs }),
    );
    analysis.broken?.forEach(context.broken);
    for (const finding of analysis.findings) context.finding(finding);
    return { result: { kind: 'log', analysis } };
  };
}
