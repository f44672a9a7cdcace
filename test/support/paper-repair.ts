import { join } from 'node:path';
import type { Journal } from '../../electron/engine/repair/journal.ts';
import { boundaryOf } from '../../electron/engine/repair/places.ts';
import { takeSnapshot } from '../../electron/engine/repair/take-snapshot.ts';
import { territoryOfWheels } from '../../electron/engine/repair/territory-of-wheels.ts';
import type { Ground } from '../../electron/engine/repair/way-back.ts';
import type { System } from '../../electron/engine/system.ts';
import { factsOf, makePaperEnvironment, write } from './paper-environment.ts';
import type { PaperEnvironment } from './paper-environment.ts';
import { downloaded, planned, withPaperPip } from './paper-pip.ts';
import { samplePlan } from './sample-plan.ts';
import { describeTree } from './tree-digest.ts';
import { buildWheel } from './wheels/wheel.ts';

const old = buildWheel({ name: 'a', version: '0.9', files: { 'a/x.py': 'old', 'a/o.py': 'o' } });
const files = { 'a/x.py': 'new', 'a/n.py': 'n', 'a/y.py': 'y' };
const fresh = buildWheel({ name: 'a', version: '1.0', files });
const newer = buildWheel({ name: 'a', version: '2.0', files: { 'a/x.py': 'newer' } });

export const paperPlan = samplePlan({
  changes: [{ name: 'a', from: '0.9', to: '1.0' }],
  actions: [
    { kind: 'pip-install', indexUrl: null, forceReinstall: false, wheels: [planned(fresh)] },
  ],
});

/** A repair of a paper environment from a 0.9 to a 1.0, up to where pip has ended. */
export type PaperRepair = {
  paper: PaperEnvironment;
  system: System;
  journal: Journal;
  ground: Ground;
  /** The environment as it was before. */
  before: string[];
  at: (name: string) => string;
  install: (line: string) => Promise<void>;
};

export async function makePaperRepair(now: Date): Promise<PaperRepair> {
  const paper = await makePaperEnvironment([old]);
  const before = await describeTree(paper.root);
  const system = withPaperPip(paper, { wheels: [fresh, newer] });
  const staging = join(paper.paths.staging, 'one');
  const wheels = await downloaded(staging, [fresh]);
  const boundary = await boundaryOf(system, paper.root, []);
  const options = { boundary, sitePackages: [paper.sitePackages] };
  const brought = await territoryOfWheels(system, paper.environment, paperPlan, wheels, options);
  const folder = join(paper.paths.snapshots('environment-1'), 'one');
  const journal = await takeSnapshot(system, await factsOf(paper), paperPlan, {
    ...{ folder, id: 'one', sequence: 1, at: now, boundary, brought, staging },
  });
  const install = async (line: string): Promise<void> => {
    const list = await write(join(paper.folder, 'list.txt'), `${line}\n`);
    const words = ['-m', 'pip', 'install', '--requirement', list];
    await system.run({ program: paper.python, arguments: words });
  };
  await install('a==1.0');
  return {
    ...{ paper, system, journal, before, install },
    ground: { system, paths: paper.paths, target: paper.target, now },
    at: (name) => join(paper.sitePackages, name),
  };
}
