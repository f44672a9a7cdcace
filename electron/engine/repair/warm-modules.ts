import path from 'node:path';
import type { Plan } from '../../../shared/plan.ts';
import { isApartFromTorch } from '../knowledge/apart-from-torch.ts';

/** What a Python reads at its start, or asks for while it imports torch. */
const readEarly =
  /^(?:.*\.pth|.*\.egg-link|sitecustomize\..*|usercustomize\..*|entry_points\.txt|pyvenv\.cfg)$/i;

/**
 * What the packages of a plan are imported as, where a Python that has torch imported already would
 * load them as a fresh one does; null where there is any doubt. `paths` are all files that the plan
 * takes or brings. Pure.
 */
export function warmModules(
  { changes, actions }: Pick<Plan, 'changes' | 'actions'>,
  paths: readonly string[],
  sitePackages: readonly string[],
): string[] | null {
  if (changes.length === 0 || !changes.every(({ name }) => isApartFromTorch(name))) return null;
  if (actions.some(({ kind }) => kind === 'set-aside')) return null;
  if (paths.some((each) => readEarly.test(path.basename(each)))) return null;
  const tops = paths.flatMap((each) =>
    sitePackages.flatMap((folder) => {
      const below = path.relative(folder, each);
      const top = /^([A-Za-z_]\w*)(?=[\\/.])/.exec(below)?.[1];
      return top === undefined ? [] : [top];
    }),
  );
  return [...new Set(tops)];
}
