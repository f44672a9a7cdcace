import type { System } from '../../electron/engine/machine/system.ts';
import { makePlan } from '../../electron/engine/planning/make-plan.ts';
import type { Facts } from '../../shared/facts.ts';
import type { Diagnosis } from '../../shared/finding.ts';
import type { Goal } from '../../shared/goal.ts';
import { factsWith, xformers } from './facts.ts';
import { packages } from './findings.ts';
import { reported, withPaperIndex, type PaperIndex } from './paper-index.ts';
import { sampleDiagnosis } from './sample-diagnoses.ts';
import { sampleEnvironment } from './sample-machine.ts';

export const environment = sampleEnvironment({
  executable: '/env/bin/python',
  environmentRoot: '/env',
});

/** An environment with an xFormers for another torch; what differs is said. */
export function mismatched(own: Partial<Facts> = {}, parts: Partial<Diagnosis> = {}): Diagnosis {
  const facts = factsWith({
    distributions: packages('torch==2.6.0+cu124', 'xformers==0.0.27', 'numpy==1.26.4'),
    xformers: xformers('0.0.27', '2.3.1+cu121'),
    ...own,
  });
  return sampleDiagnosis({ environment, facts, ...parts });
}

export type Planning = {
  of?: Diagnosis;
  goal?: Goal;
  index?: Partial<PaperIndex>;
  own?: Partial<System>;
  signal?: AbortSignal;
};

/** The plan that is made of it, with what pip was called for. */
export function planning({
  of = mismatched(),
  goal = 'xformers',
  index,
  own,
  signal,
}: Planning = {}) {
  const find: PaperIndex['find'] = () => [reported('xformers', '0.0.29.post3')];
  const paper = withPaperIndex({ find, ...index });
  const options = signal ? { signal } : {};
  const planned = makePlan({ ...paper.system, ...own }, of, goal, options);
  return { ...paper, planned };
}
