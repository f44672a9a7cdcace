import type { Install } from '../../../shared/install.ts';
import type { Plan } from '../../../shared/plan.ts';
import { hasFlag } from '../knowledge/launch-flags.ts';

/** An install with the flags that the edits of a plan would leave in its start scripts. Pure. */
export function withToldFlags(install: Install, plan: Plan): Install {
  const launchers = install.launchers.map((launcher) => {
    const edit = plan.actions.find(
      (each) => each.kind === 'edit-file' && each.path === launcher.path,
    );
    if (edit?.kind !== 'edit-file') return launcher;
    const kept = launcher.flags.filter(
      (flag) => !edit.remove.some((gone) => hasFlag([flag], gone)),
    );
    return { ...launcher, flags: [...new Set([...kept, ...edit.add])] };
  });
  return { ...install, launchers };
}
