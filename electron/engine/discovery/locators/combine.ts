import type { Install, InstallKind, Launcher } from '../../../../shared/install.ts';
import { locators } from './index.ts';

/**
 * One install that was found twice: the more particular kind says what it is, and the other
 * adds what it alone knew (who else starts it, or its Python).
 */
export function combineInstalls(one: Install | undefined, other: Install): Install {
  if (!one) return other;
  const [first, second] = rank(other.kind) < rank(one.kind) ? [other, one] : [one, other];
  return {
    ...first,
    python: first.python ?? second.python,
    comfyui: first.comfyui ?? second.comfyui,
    launchers: distinct([...first.launchers, ...second.launchers]),
    running: first.running || second.running,
    problems: first.python ? first.problems : second.problems,
  };
}

function rank(kind: InstallKind): number {
  return locators.findIndex((locator) => locator.kind === kind);
}

function distinct(launchers: readonly Launcher[]): Launcher[] {
  const byContent = new Map(
    launchers.map((launcher) => [JSON.stringify([launcher.path, ...launcher.flags]), launcher]),
  );
  return [...byContent.values()];
}
