import { join } from 'node:path';
import type { System } from '../../electron/engine/machine/system.ts';
import { writeHead, type Journal } from '../../electron/engine/repair/journal.ts';
import type { Noted } from '../../electron/engine/repair/journals.ts';
import { boundaryOf } from '../../electron/engine/repair/places.ts';
import { takeSnapshot } from '../../electron/engine/repair/take-snapshot.ts';
import { territoryOfWheels } from '../../electron/engine/repair/territory-of-wheels.ts';
import type { Ground } from '../../electron/engine/repair/way-back.ts';
import { factsOf, makePaperEnvironment, write } from './paper-environment.ts';
import type { PaperEnvironment } from './paper-environment.ts';
import { downloaded, planned, withPaperPip } from './paper-pip.ts';
import { samplePlan } from './sample-plan.ts';
import { describeTree } from './tree-digest.ts';
import { buildWheel, type BuiltWheel } from './wheels/wheel.ts';

const old = buildWheel({ name: 'a', version: '0.9', files: { 'a/x.py': 'old', 'a/o.py': 'o' } });
const files = { 'a/x.py': 'new', 'a/n.py': 'n', 'a/y.py': 'y' };
const fresh = buildWheel({ name: 'a', version: '1.0', files });
const newer = buildWheel({ name: 'a', version: '2.0', files: { 'a/x.py': 'newer' } });
const deeper = { 'a/x.py': 'newest', 'a/deep/z.py': 'z' };
const newest = buildWheel({ name: 'a', version: '3.0', files: deeper });

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

/** Saved and installed: everything of a repair but its check, and the end of its journal. */
async function repaired(
  paper: PaperEnvironment,
  system: System,
  { id, sequence, wheel, from, at }: Step,
): Promise<Journal> {
  const plan = samplePlan({
    changes: [{ name: 'a', from, to: wheel.version }],
    actions: [
      { kind: 'pip-install', indexUrl: null, forceReinstall: false, wheels: [planned(wheel)] },
    ],
  });
  const staging = join(paper.paths.staging, id);
  const wheels = await downloaded(staging, [wheel]);
  const boundary = await boundaryOf(system, paper.root, []);
  const options = { boundary, sitePackages: [paper.sitePackages] };
  const brought = await territoryOfWheels(system, paper.environment, plan, wheels, options);
  const folder = join(paper.paths.snapshots('environment-1'), id);
  const journal = await takeSnapshot(system, await factsOf(paper), plan, {
    ...{ folder, id, sequence, at, boundary, brought, staging },
  });
  await install(paper, system, `a==${wheel.version}`);
  return journal;
}

type Step = { id: string; sequence: number; wheel: BuiltWheel; from: string; at: Date };

async function install(paper: PaperEnvironment, system: System, line: string): Promise<void> {
  const list = await write(join(paper.folder, 'list.txt'), `${line}\n`);
  const words = ['-m', 'pip', 'install', '--requirement', list];
  await system.run({ program: paper.python, arguments: words });
}

export async function makePaperRepair(now: Date): Promise<PaperRepair> {
  const paper = await makePaperEnvironment([old]);
  const before = await describeTree(paper.root);
  const system = withPaperPip(paper, { wheels: [fresh, newer, newest] });
  const step = { id: 'one', sequence: 1, wheel: fresh, from: '0.9', at: now };
  const journal = await repaired(paper, system, step);
  return {
    ...{ paper, system, journal, before },
    install: (line) => install(paper, system, line),
    ground: { system, paths: paper.paths, target: paper.target, now },
    at: (name) => join(paper.sitePackages, name),
  };
}

/** Another one after it, from a 1.0 to 3.0; both are kept. Answers them, newest first. */
export async function repairAgain(
  { paper, system, journal, ground }: PaperRepair,
  saving: System = system,
): Promise<Noted[]> {
  const step = { id: 'two', sequence: 2, wheel: newest, from: '1.0', at: ground.now };
  const second = await repaired(paper, saving, step);
  return Promise.all(
    [second, journal].map(async ({ head: begun, folder }) => {
      const head = { ...begun, state: 'kept' as const };
      await writeHead(system, folder, head);
      return { head, folder };
    }),
  );
}
