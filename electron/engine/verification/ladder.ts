import { valueOf, type Facts, type LiveFacts } from '../../../shared/facts.ts';
import { message, type MessageRef } from '../../../shared/messages/index.ts';
import type { Problem } from '../../../shared/problem.ts';
import { rungIds, type Rung } from '../../../shared/verification.ts';
import { xformersFit } from '../knowledge/xformers-fit.ts';

type LiveXformers = NonNullable<LiveFacts['xformers']>;

/**
 * Four rungs, each proving more than the one below. Rung 0 is the check that every guide
 * gives, and a broken install passes it too. Pure.
 */
export function climb(facts: Facts): Rung[] {
  if (facts.xformers.state === 'absent') return rungIds.map(notInstalled);
  const live = valueOf(facts.live);
  if (!live) return rungIds.map((id) => notAsked(facts, id));
  const xformers = live.xformers;
  if (!xformers) return rungIds.map(notInstalled);
  return [attribute(xformers), extension(xformers), metadata(facts, xformers), operators(xformers)];
}

function rung(
  id: Rung['id'],
  outcome: Rung['outcome'],
  evidence: MessageRef,
  details: Rung['details'] = [],
  problem: Problem | null = null,
): Rung {
  return { rung: rungIds.indexOf(id), id, outcome, evidence, details, problem };
}

function notInstalled(id: Rung['id']): Rung {
  return rung(id, 'skipped', message('rung.not-installed'));
}

function notAsked(facts: Facts, id: Rung['id']): Rung {
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

function extension(live: LiveXformers): Rung {
  if (live.hasCppLibrary === true) return rung('extension', 'pass', message('rung.extension.pass'));
  if (live.hasCppLibrary === null)
    return rung('extension', 'unknown', message('rung.extension.unknown'));
  return rung('extension', 'fail', message('rung.extension.fail', { text: live.loadError ?? '' }));
}

/** What it was built for, by its own file, beside what the live torch says it is. */
function metadata(facts: Facts, live: LiveXformers): Rung {
  const torch = valueOf(facts.torch);
  const xformers = valueOf(facts.xformers);
  const built = xformers?.builtForTorch ?? live.builtForTorch;
  if (!torch || !xformers || built === null)
    return rung('metadata', 'unknown', message('rung.metadata.unknown'));
  const params = { built, torch: torch.version };
  return xformersFit(torch, { ...xformers, builtForTorch: built }) === 'fits'
    ? rung('metadata', 'pass', message('rung.metadata.pass', params))
    : rung('metadata', 'fail', message('rung.metadata.fail', params));
}

/**
 * The operator table. "available" only means that an operator was registered: without the
 * extension every one of them refuses (xformers/ops/fmha/common.py, not_supported_reasons).
 */
function operators(live: LiveXformers): Rung {
  const details = live.operators.map((each) => ({ name: each.name, ok: each.available }));
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
