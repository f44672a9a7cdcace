import type { Problem } from '../../../shared/problem.ts';

/** How its Python is gone, so that nothing can run in it; null where it is there: a moved one has it. */
export function missingPython(problems: readonly Problem[]): Problem | null {
  return problems.find(({ code }) => code !== 'environment-moved') ?? null;
}
