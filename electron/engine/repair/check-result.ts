import { valueOf, type Facts, type LiveFacts } from '../../../shared/facts.ts';
import type { Diagnosis, Finding } from '../../../shared/finding.ts';
import { versionOf } from '../../../shared/named-distribution.ts';
import type { Plan } from '../../../shared/plan.ts';
import { fail } from '../../../shared/problem.ts';
import { isBroken } from '../../../shared/severity.ts';
import type { BackendRun, Rung, Verification } from '../../../shared/verification.ts';
import { hasFlag } from '../knowledge/launch-flags.ts';
import { engineOfInstall } from '../knowledge/program-of-install.ts';
import { movesTriton, plannedBackends } from './planned-backends.ts';

/**
 * Fixed means: what was promised is there, torch is what it was, the finding is gone on a
 * fresh look, nothing new has come, and a live Python loaded the result. Throws
 * `verification-failed`, with what was missed as its detail. Pure.
 */
export function checkResult(
  plan: Plan,
  before: Diagnosis,
  after: Diagnosis,
  { rungs, backends }: Pick<Verification, 'rungs' | 'backends'>,
): void {
  requirePromised(plan, before, after);
  // First, because a Python that does not answer explains everything else.
  if (after.problem)
    refuse(`${after.problem.code}
${after.problem.detail ?? ''}`);
  const live = valueOf(after.facts.live);
  if (!live) refuse('no live Python');
  const root = before.findings.find((each) => !each.consequence);
  const faults = after.findings.filter((each) => !each.consequence && isBroken(each));
  const known = new Set(before.findings.map((each) => each.cause));
  // What the plan was not for may stay; nothing may come.
  const promised = root !== undefined && isFor(plan, root) ? root.cause : null;
  const bad = faults.find((each) => each.cause === promised || !known.has(each.cause));
  if (bad) refuse(bad.cause);
  requireFlags(plan, after);
  for (const { name, to } of plan.changes) if (to !== null) requireLoaded(name, live);
  requireRungs(plan, after, rungs);
  requireComputed(plan, rungs, backends);
}

/** Whether this goal is to put the root cause right; a flag leaves the package as it is. */
function isFor({ goal, changes, actions }: Plan, root: Finding): boolean {
  const onlyFlag = changes.length === 0 && actions.every(({ kind }) => kind === 'edit-file');
  if (onlyFlag) return false;
  return goal === 'recommended' || root.remedies.some((each) => each.goal === goal);
}

function requirePromised(plan: Plan, before: Diagnosis, after: Diagnosis): void {
  for (const change of plan.changes) {
    const now = versionOf(after.facts.distributions, change.name);
    if (now !== change.to) refuse(`${change.name}: ${now ?? '-'}`);
  }
  const movesTorch = plan.changes.some((change) => change.name === 'torch');
  if (!movesTorch && torchOf(before.facts) !== torchOf(after.facts))
    refuse(`torch ${torchOf(after.facts)}`);
}

/** The flags are read where they were written, and ComfyUI will do what they say. */
function requireFlags(plan: Plan, after: Diagnosis): void {
  const edits = plan.actions.filter((each) => each.kind === 'edit-file');
  if (edits.length === 0) return;
  const flags = after.facts.comfyui?.flags ?? [];
  const missing = edits.flatMap(({ add }) => add).filter((flag) => !hasFlag(flags, flag));
  if (missing.length > 0) refuse(`flags ${missing.join(' ')}`);
  // What becomes of the flags of its relatives is not foretold.
  const backend = after.facts.backend?.backend ?? '-';
  if (engineOfInstall(after.install) === 'comfyui' && backend !== 'pytorch')
    refuse(`backend ${backend}`);
}

/** attribute to operators: the later ones compute. */
const packageRungs = 4;

/** The first rungs speak of xFormers: they count where the plan touches it or what it stands on. */
function requireRungs(plan: Plan, after: Diagnosis, rungs: readonly Rung[]): void {
  const touched = plan.changes.some((change) => ['xformers', 'torch'].includes(change.name));
  const installed = versionOf(after.facts.distributions, 'xformers') !== null;
  if (!touched || !installed) return;
  // A rung that was not climbed proves nothing; what cannot be told is told as such.
  const fallen = rungs
    .slice(0, packageRungs)
    .find((each) => each.outcome === 'fail' || each.outcome === 'skipped');
  if (fallen) refuse(`rung ${fallen.rung} (${fallen.id}): ${fallen.outcome}`);
}

/**
 * What was put in has to compute, on its own kernel. Where nothing here could run it (no graphics
 * card), or the test could not tell, that is told and no reason to undo.
 */
function requireComputed(
  plan: Plan,
  rungs: readonly Rung[],
  backends: readonly BackendRun[],
): void {
  const planned = plannedBackends(plan);
  const failed = backends.find((each) => planned.includes(each.id) && each.outcome === 'fail');
  if (failed) refuse(`${failed.id}: ${failed.problem?.detail ?? failed.evidence.key}`);
  const ids: readonly Rung['id'][] = movesTriton(plan) ? ['kernel', 'triton'] : ['kernel'];
  const fallen = rungs.find((each) => ids.includes(each.id) && each.outcome === 'fail');
  if (fallen) refuse(`rung ${fallen.rung} (${fallen.id}): ${fallen.outcome}`);
}

/** What the live Python said when it imported a package of the plan. */
function requireLoaded(name: string, live: LiveFacts): void {
  const error = errorOf(name, live);
  if (error !== null) refuse(`${name}: ${error}`);
}

function errorOf(name: string, live: LiveFacts): string | null {
  switch (name) {
    case 'torch':
      return live.torch === null ? 'not imported' : live.torch.error;
    case 'xformers':
      return live.xformers === null ? 'not imported' : live.xformers.error;
    case 'triton':
    case 'triton-windows':
      return live.triton === null ? 'not imported' : live.triton.error;
    default: {
      const module = name.replaceAll('-', '_');
      return live.imports?.find((each) => each.module === module)?.error ?? null;
    }
  }
}

function refuse(reason: string): never {
  fail('verification-failed', { detail: reason });
}

function torchOf(facts: Facts): string {
  const torch = valueOf(facts.torch);
  return torch ? `${torch.version} ${torch.cuda ?? torch.hip ?? torch.xpu ?? 'cpu'}` : '-';
}
