import path from 'node:path';
import type { Environment } from '../../../shared/install.ts';
import type { Plan, Wheel } from '../../../shared/plan.ts';
import { fail } from '../../../shared/problem.ts';
import type { System } from '../machine/system.ts';
import { broughtBy, type Brought } from './brought.ts';
import { inBatches } from '../machine/in-batches.ts';
import { layoutOf } from './layout.ts';
import type { Boundary } from './places.ts';

type Options = { boundary: Boundary; sitePackages: readonly string[]; signal?: AbortSignal };

/**
 * Every file that the wheels of a plan will write, by its real place. Throws
 * `outside-environment`, and `installed-elsewhere` where this pip would not use the folder of
 * packages that was diagnosed.
 */
export async function territoryOfWheels(
  system: System,
  environment: Environment,
  plan: Plan,
  files: readonly string[],
  { boundary, sitePackages, signal }: Options,
): Promise<Brought[]> {
  const wheels = plan.actions.flatMap((action) =>
    action.kind === 'pip-install' ? action.wheels : [],
  );
  if (wheels.length === 0) return [];
  const names = wheels.map((wheel) => wheel.name);
  const layout = await layoutOf(system, environment, names, signal);
  const real = await boundary.real(path.join(layout.purelib, '_'));
  const expected = await boundary.real(path.join(sitePackages[0] ?? layout.purelib, '_'));
  if (real !== expected) fail('installed-elsewhere', { params: { path: layout.purelib } });
  const brought: Brought[] = [];
  for (const [index, wheel] of wheels.entries())
    brought.push(...(await broughtBy(system, wheel, fileOf(files, wheel, index), layout)));
  return inBatches(brought, async (each) => {
    const place = await boundary.real(each.path);
    if (!boundary.contains(place)) fail('outside-environment', { params: { path: place } });
    return { ...each, path: place };
  });
}

function fileOf(files: readonly string[], wheel: Wheel, index: number): string {
  const named = files.find((file) => path.basename(file) === wheel.fileName);
  return named ?? files[index] ?? wheel.fileName;
}
