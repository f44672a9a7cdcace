import { valueOf, type Facts } from '../../../shared/facts.ts';
import type { KernelReport, TritonReport } from '../../../shared/kernel-report.ts';
import { message } from '../../../shared/messages/index.ts';
import type { BackendRun, Rung } from '../../../shared/verification.ts';
import { judgeBackend, notTried, only, type NotTried } from './judge-backend.ts';
import { notAsked, packageRungs } from './package-rungs.ts';
import { rung } from './rung.ts';
import { kernelRung, runsRung } from './run-rungs.ts';
import { tritonRung } from './triton-rung.ts';

/** What was started, and how it went; null: that was not asked for. */
export type Ran = {
  reports: readonly KernelReport[];
  skipped: readonly NotTried[];
  triton: TritonReport | null;
  comfyui: Rung | null;
};
export const nothingRan: Ran = { reports: [], skipped: [], triton: null, comfyui: null };

/** Each backend's result, in the order of the reports and then of those that were left out. */
export function backendsOf(ran: Ran): BackendRun[] {
  return [...ran.reports.map(judgeBackend), ...ran.skipped.map(notTried)];
}

const computedIds = ['runs', 'kernel', 'triton', 'comfyui'] as const;

/** All rungs, whatever the ones before came to: a later one never hides an earlier one. Pure. */
export function climb(facts: Facts, ran: Ran = nothingRan): Rung[] {
  const backends = backendsOf(ran);
  if (!valueOf(facts.live))
    return [...packageRungs(facts), ...computedIds.map((id) => notAsked(facts, id))];
  const asked = ran.reports.find((each) => each.backend === 'xformers');
  const refusals = only(asked?.answers ?? [], 'operators')[0]?.operators ?? [];
  // What a file says it was built for counts less than right numbers.
  const hasComputed = backends.some((each) => each.id === 'xformers' && each.outcome === 'pass');
  const ofPackages = packageRungs(facts, refusals, hasComputed);
  return [...ofPackages, ...computedRungs(facts, ran, backends)];
}

function computedRungs(facts: Facts, ran: Ran, backends: readonly BackendRun[]): Rung[] {
  const triton = ran.triton
    ? tritonRung(ran.triton)
    : rung('triton', 'skipped', message('rung.runs.not-asked'));
  const comfyui = ran.comfyui ?? rung('comfyui', 'skipped', message('rung.comfyui.not-asked'));
  if (backends.length === 0) {
    const nothing = message('rung.runs.not-asked');
    return [rung('runs', 'skipped', nothing), rung('kernel', 'skipped', nothing), triton, comfyui];
  }
  return [runsRung(facts, backends), kernelRung(backends), triton, comfyui];
}
