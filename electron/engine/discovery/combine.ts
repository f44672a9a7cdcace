import type { Install, InstallKind, Launcher } from '../../../shared/install.ts';
import type { Problem } from '../../../shared/problem.ts';
import { locators } from './locators/index.ts';

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
    problems: first.python ? first.problems : distinct([...first.problems, ...second.problems]),
  };
}

function rank(kind: InstallKind): number {
  return locators.findIndex((locator) => locator.kind === kind);
}

/** Launchers and problems are told apart by all that they say. */
function distinct<T extends Launcher | Problem>(all: readonly T[]): T[] {
  return [...new Map(all.map((each) => [JSON.stringify(each), each])).values()];
}
