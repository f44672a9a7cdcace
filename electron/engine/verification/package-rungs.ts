import { valueOf, type Facts, type LiveFacts } from '../../../shared/facts.ts';
import type { ExtensionAnswer } from '../../../shared/extensions.ts';
import { message } from '../../../shared/messages/index.ts';
import type { Rung } from '../../../shared/verification.ts';
import { xformersFit } from '../knowledge/xformers-fit.ts';
import { rung } from './rung.ts';

type LiveXformers = NonNullable<LiveFacts['xformers']>;

const packageRungIds = ['attribute', 'extension', 'metadata', 'operators'] as const;

/**
 * Four rungs about xFormers, each proving more than the one below. Rung 0 is the check that every
 * guide gives, and a broken install passes it too. `refusals` are xFormers' own answers to a real
 * input on this card; `hasComputed` where its numbers were right here. Pure.
 */
export function packageRungs(
  facts: Facts,
  refusals: readonly Refusal[] = [],
  hasComputed = false,
): Rung[] {
  if (facts.xformers.state === 'absent') return packageRungIds.map(notInstalled);
  const live = valueOf(facts.live);
  if (!live) return packageRungIds.map((id) => notAsked(facts, id));
  const xformers = live.xformers;
  if (!xformers) return packageRungIds.map(notInstalled);
  return [
    attribute(xformers),
    extension(facts, xformers),
    metadata(facts, xformers, hasComputed),
    operators(xformers, refusals),
  ];
}

/** Why an operator refuses; no reason: it takes the input. */
export type Refusal = { name: string; reasons: readonly string[] };

function notInstalled(id: Rung['id']): Rung {
  return rung(id, 'skipped', message('rung.not-installed'));
}

/** A Python that gave no answer: whatever it was to be asked is unknown. */
export function notAsked(facts: Facts, id: Rung['id']): Rung {
  const problem = facts.live.state === 'unknown' ? (facts.live.problem ?? null) : null;
  return rung(id, 'unknown', message('rung.not-run'), [], problem);
}

function attribute(live: LiveXformers): Rung {
  const trouble = live.opsError ?? live.error;
  if (trouble !== null)
    return rung('attribute', 'fail', message('rung.attribute.error', { text: trouble }));
  return live.hasAttribute === true
    ? rung('attribute', 'pass', message('rung.attribute.pass'))
    : rung('attribute', 'fail', message('rung.attribute.fail'));
}

/** The live Python decides; beside it what the loader would miss, which xFormers' own words leave out. */
function extension(facts: Facts, live: LiveXformers): Rung {
  if (live.hasCppLibrary === true) return rung('extension', 'pass', message('rung.extension.pass'));
  const missing = (facts.extensions ?? []).flatMap((each) =>
    each.distribution === 'xformers' && each.answer === 'cannot-load' ? [missingIn(each)] : [],
  );
  if (live.hasCppLibrary === null)
    return rung('extension', 'unknown', message('rung.extension.unknown'), missing);
  const text = live.loadError ?? '';
  return rung('extension', 'fail', message('rung.extension.fail', { text }), missing);
}

/** "xformers/_C.so: libcudart.so.12", or the functions that torch does not have. */
function missingIn({ file, name = '', names, count }: ExtensionAnswer): Rung['details'][number] {
  const more = count !== undefined && names && count > names.length ? ', …' : '';
  return { name: file, ok: false, why: names ? names.join(', ') + more : name };
}

/** What it was built for, by its own file, beside what the live torch says it is. */
function metadata(facts: Facts, live: LiveXformers, hasComputed: boolean): Rung {
  const torch = valueOf(facts.torch);
  const xformers = valueOf(facts.xformers);
  const built = xformers?.builtForTorch ?? live.builtForTorch;
  if (!torch || !xformers || built === null)
    return rung('metadata', 'unknown', message('rung.metadata.unknown'));
  const params = { built, torch: torch.version };
  return xformersFit(torch, { ...xformers, builtForTorch: built }) === 'fits'
    ? rung('metadata', 'pass', message('rung.metadata.pass', params))
    : hasComputed
      ? rung('metadata', 'pass', message('rung.metadata.computes', params))
      : rung('metadata', 'fail', message('rung.metadata.fail', params));
}

/**
 * The operator table. "available" only means that an operator was registered: without the
 * extension every one of them refuses (xformers/ops/fmha/common.py, not_supported_reasons).
 */
function operators(live: LiveXformers, refusals: readonly Refusal[]): Rung {
  const listed = live.operators.map((each) => ({ name: each.name, ok: each.available }));
  const details = refusals.length > 0 ? refusals.map(detailOf) : listed;
  const count = details.filter((each) => each.ok).length;
  if (details.length === 0) return rung('operators', 'unknown', message('rung.operators.unknown'));
  if (live.hasCppLibrary === false) {
    return rung('operators', 'fail', message('rung.operators.refused', { count }), details);
  }
  return count > 0
    ? rung(
        'operators',
        'pass',
        message('rung.operators.pass', { count, total: details.length }),
        details,
      )
    : rung('operators', 'fail', message('rung.operators.fail'), details);
}

function detailOf({ name, reasons }: Refusal): Rung['details'][number] {
  return reasons.length === 0 ? { name, ok: true } : { name, ok: false, why: reasons.join('; ') };
}
