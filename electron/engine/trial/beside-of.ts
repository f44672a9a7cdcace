import path from 'node:path';
import type { Distribution, Facts } from '../../../shared/facts.ts';
import { distributionNamed } from '../../../shared/named-distribution.ts';
import type { Plan } from '../../../shared/plan.ts';
import type { System } from '../machine/system.ts';
import { ifUnanswered } from '../machine/unanswered.ts';
import { parseRecord } from '../packages/record.ts';
import type { Beside } from '../pythons/beside.ts';
import { ownersOf } from '../repair/owners.ts';
import { keyOf } from '../repair/places.ts';

/** What a plan would put into the environment and take out of it; its packages lie in `folder`. */
export async function besideOf(
  system: System,
  plan: Plan,
  { distributions }: Pick<Facts, 'distributions'>,
  folder: string,
): Promise<Beside> {
  const replaced = plan.changes.map(({ name }) => name);
  const moved = replaced.flatMap((name) => distributionNamed(distributions, name) ?? []);
  const others = distributions.filter(({ name }) => !replaced.includes(name));
  const tops = (await Promise.all(moved.map((each) => topsOf(system, each)))).flat();
  const owners = await ownersOf(system, others, new Set(tops.map(({ key }) => key)));
  const setAside = plan.actions.flatMap((each) => (each.kind === 'set-aside' ? each.paths : []));
  return {
    folder,
    replaced,
    // What several packages share, as those of NVIDIA do, stays in sight.
    modules: [...new Set(tops.filter(({ key }) => !owners.has(key)).map(({ module }) => module))],
    setAside,
  };
}

type Top = { module: string; key: string };

/** What a package is imported as, by the files of its RECORD that make a module of a name. */
async function topsOf(system: System, { name, location }: Distribution): Promise<Top[]> {
  const folder = path.dirname(location);
  const real = (await system.files.realPath(folder)) ?? folder;
  const text = await system.files.readText(path.join(location, 'RECORD')).catch(ifUnanswered(null));
  const named = parseRecord(text ?? '').flatMap((entry) => {
    const module = /^([A-Za-z_]\w*)(?:[\\/]__init__\.py|\.(?:.*\.)?(?:py|so|pyd))$/.exec(
      entry,
    )?.[1];
    return module === undefined ? [] : [{ module, entry }];
  });
  // Without its list it is taken by its name.
  const module = name.replaceAll('-', '_');
  const all = named.length > 0 ? named : [{ module, entry: `${module}/__init__.py` }];
  return all.map((each) => ({
    module: each.module,
    key: keyOf(system, path.resolve(real, each.entry)),
  }));
}
