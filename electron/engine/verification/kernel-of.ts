import type { KernelAnswer } from '../../../shared/kernel-report.ts';
import { kernelFamily } from '../knowledge/kernel-names.ts';

/**
 * The kernel that did the work of an input: the longest one with a name that says attention, else
 * the longest; on a CPU, and where the profiler saw no kernel, PyTorch's innermost operator.
 */
export function kernelOf(
  answers: readonly KernelAnswer[],
  caseId: string | undefined,
): string | null {
  const seen = answers.find((each) => each.kind === 'kernel' && each.case === caseId);
  if (seen?.kind !== 'kernel') return null;
  const { kernels, operators } = seen;
  const attention = kernels.find((each) => {
    const family = kernelFamily(each);
    return family !== null && family !== 'math';
  });
  const operator = operators.findLast((each) => kernelFamily(each) !== null);
  return attention ?? kernels[0] ?? operator ?? operators.at(-1) ?? null;
}
