import type { Facts } from '../../../shared/facts.ts';
import { kernelBackendNames, type KernelBackend } from '../../../shared/kernel-backends.ts';
import { message, type MessageRef } from '../../../shared/messages/index.ts';
import type { Backend, BackendRun, Rung } from '../../../shared/verification.ts';
import { intendedFamilies, kernelFamily } from '../knowledge/kernel-names.ts';
import { rung } from './rung.ts';

const kernelBackends: Partial<Record<Backend, KernelBackend>> = {
  pytorch: 'sdpa',
  xformers: 'xformers',
  flash: 'flash-attn',
  sage: 'sageattention',
  comfy_kitchen: 'comfy-kitchen',
};

/**
 * Whose failure is a fault here: PyTorch's own, which everything falls back to, and the one that
 * ComfyUI will use; without a ComfyUI whatever was installed for attention. Pure.
 */
export function mattering(facts: Facts): readonly KernelBackend[] {
  const chosen = facts.backend?.backend;
  if (chosen === undefined) return ['sdpa', 'xformers', 'flash-attn', 'sageattention'];
  const used = chosen === 'stops' ? undefined : kernelBackends[chosen];
  return used === undefined || used === 'sdpa' ? ['sdpa'] : ['sdpa', used];
}

/** What was computed, by whom, and whether the numbers are right. Pure. */
export function runsRung(facts: Facts, backends: readonly BackendRun[]): Rung {
  const details = backends.filter(wasStarted).map((each) => ({
    name: nameOf(each),
    ok: each.outcome === 'pass',
    ...(each.outcome === 'pass' ? {} : { why: textOf(each) }),
  }));
  const matters = mattering(facts);
  const counted = backends.filter((each) => matters.includes(each.id));
  const failed = counted.find((each) => each.outcome === 'fail');
  if (failed) return rung('runs', 'fail', failed.evidence, details, failed.problem);
  const unknown = counted.find((each) => each.outcome === 'unknown');
  if (unknown) return rung('runs', 'unknown', unknown.evidence, details, unknown.problem);
  const passed = backends.filter((each) => each.outcome === 'pass');
  const first = passed[0];
  if (!first) {
    const why = counted[0]?.evidence ?? backends[0]?.evidence ?? message('rung.runs.not-asked');
    return rung('runs', 'skipped', why, details);
  }
  const names = passed.filter((each) => !isPart(each.id)).map(nameOf);
  const all = { names: (names.length > 0 ? names : passed.map(nameOf)).join(', ') };
  const where = first.device === 'cpu' ? 'cpu' : 'gpu';
  return rung('runs', 'pass', message(`rung.runs.pass-${where}`, all), details);
}

/** Whether the kernels that ran are the intended ones, by the profiler's names. Pure. */
export function kernelRung(backends: readonly BackendRun[]): Rung {
  const ran = backends.filter((each) => each.outcome === 'pass');
  if (ran.length === 0) return rung('kernel', 'skipped', message('rung.kernel.nothing-ran'));
  const named = ran.flatMap((each) =>
    each.kernel === null ? [] : [{ each, kernel: each.kernel }],
  );
  const details = named.map(({ each, kernel }) => ({
    name: `${nameOf(each)}: ${kernel}`,
    ok: isIntended(each.id, kernel) !== false,
  }));
  if (named.length === 0) return rung('kernel', 'unknown', message('rung.kernel.unnamed'));
  // A kernel inside PyTorch that was asked for by name is told; nothing stands on it.
  const own = named.filter(({ each }) => !isPart(each.id));
  const other = own.find(({ each, kernel }) => isIntended(each.id, kernel) === false);
  if (other) {
    const params = { name: nameOf(other.each), kernel: other.kernel };
    return rung('kernel', 'fail', message('rung.kernel.other', params), details);
  }
  const strange = own.find(({ each, kernel }) => isIntended(each.id, kernel) === null);
  if (strange) {
    const params = { name: nameOf(strange.each), kernel: strange.kernel };
    return rung('kernel', 'unknown', message('rung.kernel.strange', params), details);
  }
  return rung('kernel', 'pass', kernelSentence(named), details);
}

function kernelSentence(named: readonly { each: BackendRun; kernel: string }[]): MessageRef {
  const borrowed = named.find(
    ({ each, kernel }) => each.id === 'xformers' && kernelFamily(kernel) === 'torch-flash',
  );
  if (borrowed) return message('rung.kernel.borrowed', { name: nameOf(borrowed.each) });
  const own = named.find(({ each }) => each.id === 'sdpa');
  const family = own ? kernelFamily(own.kernel) : null;
  if (family === 'math') return message('rung.kernel.math');
  if (family === null) return message('rung.kernel.pass');
  return message('rung.kernel.own', { family });
}

/** null: nobody knows this name. */
function isIntended(backend: KernelBackend, kernel: string): boolean | null {
  const family = kernelFamily(kernel);
  return family === null ? null : intendedFamilies(backend).includes(family);
}

/** A kernel inside PyTorch's own attention, which is told as a detail. */
function isPart(backend: KernelBackend): boolean {
  return backend.startsWith('sdpa-');
}

function wasStarted(each: BackendRun): boolean {
  return each.device !== null || each.outcome !== 'skipped';
}

/** "xFormers 0.0.35". */
function nameOf({ id, version }: Pick<BackendRun, 'id' | 'version'>): string {
  const name = kernelBackendNames[id];
  return version === null || isPart(id) ? name : `${name} ${version}`;
}

function textOf({ evidence, problem }: BackendRun): string {
  const text = evidence.params?.['text'] ?? problem?.params?.['end'] ?? problem?.detail ?? '';
  return String(text).split('\n')[0] ?? '';
}
