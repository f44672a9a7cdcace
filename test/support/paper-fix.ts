import { join } from 'node:path';
import { diagnose } from '../../electron/engine/examination/diagnose.ts';
import type { Repair } from '../../electron/engine/repair/apply.ts';
import { fix } from '../../electron/engine/repair/fix.ts';
import { readHead, type Head } from '../../electron/engine/repair/journal.ts';
import type { Diagnosis } from '../../shared/finding.ts';
import type { Plan } from '../../shared/plan.ts';
import { makePaperEnvironment, type PaperEnvironment } from './paper-environment.ts';
import { contextOf, nothingTold } from './paper-operation.ts';
import { planned, withPaperPip, type PaperPip } from './paper-pip.ts';
import { samplePlan } from './sample-plan.ts';
import { scenarios } from './scenarios.ts';
import { describeTree } from './tree-digest.ts';
import { xformersWheel } from './wheels/xformers.ts';

const now = new Date('2026-11-22T16:05:00.000Z');
const fresh = xformersWheel({ version: '0.0.29.post3', torch: '2.6.0+cu124' });
const wheels = scenarios.mismatched();

/** A paper environment whose xFormers was built for another torch, and the plan that mends it. */
export type PaperFix = {
  paper: PaperEnvironment;
  plan: Plan;
  before: Diagnosis;
  /** The environment as it was before. */
  tree: string[];
  /** What the operation told. */
  steps: string[];
  notes: string[];
  lines: string[];
  abort: AbortController;
  repairWith: (pip: Partial<PaperPip>, parts?: Partial<Repair>) => Repair;
  fixed: (pip?: Partial<PaperPip>, parts?: Partial<Repair>) => ReturnType<typeof toldBy>;
  /** Of the snapshot that is called id-2, as the first is. */
  head: () => Promise<Head | null>;
};

export async function makePaperFix(): Promise<PaperFix> {
  const paper = await makePaperEnvironment(wheels);
  const before = await diagnose(withPaperPip(paper, { wheels: [] }), paper.target, { live: false });
  const install = { kind: 'pip-install' as const, indexUrl: null, forceReinstall: false };
  const plan = samplePlan({
    environmentRoot: paper.root,
    actions: [{ ...install, wheels: [planned(fresh)] }],
    pinned: [{ name: 'torch', version: '2.6.0+cu124' }],
    diskBytes: 1,
  });
  const told = nothingTold();
  const abort = new AbortController();
  const context = contextOf<'fix'>(told, abort.signal);
  const repairWith: PaperFix['repairWith'] = (pip, parts = {}) => {
    let count = 0;
    return {
      ...{ paths: paper.paths, target: paper.target, plan, before, context, now: () => now },
      system: withPaperPip(paper, { wheels: [fresh], ...pip }),
      newId: () => `id-${(count += 1)}`,
      ...parts,
    };
  };
  return {
    ...{ paper, plan, before, abort, repairWith, ...told },
    tree: await describeTree(paper.root),
    fixed: (pip = {}, parts = {}) => toldBy(repairWith(pip, parts)),
    head: () => readHead(paper.system, join(paper.paths.snapshots('environment-1'), 'id-2')),
  };
}

async function toldBy(repair: Repair) {
  const end = await fix(repair);
  if (end.result?.kind !== 'fix') throw new Error('no result');
  return { ...end.result, outcome: end.outcome, problem: end.problem };
}

/** Does something when pip has installed. */
export function inInstall(act: () => Promise<unknown>): Required<PaperPip>['after'] {
  return (words) => (words[0] === 'install' ? act() : undefined);
}
