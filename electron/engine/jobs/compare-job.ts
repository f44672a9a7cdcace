import type { Comparison } from '../../../shared/comparison.ts';
import type { Diagnosis } from '../../../shared/finding.ts';
import { compareDiagnoses } from '../examination/compare-diagnoses.ts';
import { diagnose } from '../examination/diagnose.ts';
import type { OperationContext, OperationEnd } from '../operations/operation-runner.ts';
import type { JobOptions } from './job-options.ts';

/** Two environments side by side, as their files tell: no Python is started. */
export function createCompareJob({ system, targets }: JobOptions) {
  return async function compare(
    context: OperationContext<'compare'>,
    targetId: string,
    otherId: string,
  ): Promise<OperationEnd> {
    const [left, right] = await context.step('inspect', async () => {
      const look = async (id: string): Promise<Diagnosis> =>
        diagnose(system, await targets.target(id), { live: false });
      return Promise.all([look(targetId), look(otherId)]);
    });
    const comparison: Comparison = compareDiagnoses(left, right);
    return { result: { kind: 'compare', comparison } };
  };
}
