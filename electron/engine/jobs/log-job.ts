import path from 'node:path';
import type { OperationResult } from '../../../shared/operation.ts';
import { openBundle } from '../bundle/open-bundle.ts';
import { ownerOf } from '../examination/diagnose.ts';
import { analyseLog } from '../log-analysis/analyse-log.ts';
import type { OperationContext, OperationEnd } from '../operations/operation-runner.ts';
import type { JobOptions } from './job-options.ts';

/** Says what a log means. Where it belongs to a target, what was seen of that counts too. */
export function createLogJob({ system, paths, uploads, session, newId }: JobOptions) {
  return async function logJob(
    context: OperationContext<'log'>,
    logId: string,
    targetId: string | null,
  ): Promise<OperationEnd> {
    // The pieces were read while they came; what is left is their end.
    const { name, reading, elapsedMs, zip } = await context.step('read', async () =>
      uploads.take(logId),
    );
    if (zip !== null)
      return context.step('judge', async () => ({ result: await openedFrom(zip, name) }));
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

  /** A zip is read where it lies: it is put down for as long as that takes. */
  async function openedFrom(zip: Uint8Array, name: string | null): Promise<OperationResult> {
    const file = path.join(paths.bundles, `opened-${newId()}.zip`);
    await system.files.writeBytes(file, zip, 'private');
    try {
      const opened = await openBundle(system, file, name ?? undefined);
      return { kind: 'opened', opened };
    } finally {
      await system.files.remove(file);
    }
  }
}
