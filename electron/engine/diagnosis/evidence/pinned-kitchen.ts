import { compare } from '../../knowledge/versions.ts';
import { valid } from '@renovatebot/pep440';
import { valueOf } from '../../../../shared/facts.ts';
import type { Evidence, Remedy } from '../../../../shared/finding.ts';
import { message } from '../../../../shared/messages/index.ts';
import { kitchenTorchFloor } from '../../knowledge/comfy-kitchen.ts';
import type { Clues } from './clues.ts';
import { installed, packageEvidence } from './evidence.ts';

const name = 'comfy-kitchen';

export type PinnedKitchen = { pin: string; version: string | null; evidence: Evidence[] };

/**
 * The comfy-kitchen that is missing or older than this ComfyUI pins; null where it will do. A newer
 * one has what an older ComfyUI asks for.
 */
export function pinnedKitchen(clues: Clues): PinnedKitchen | null {
  const pin = clues.comfyui?.kitchenPin ?? null;
  if (pin === null || valid(pin) === null || clues.distributions === null) return null;
  const version = installed(clues, name);
  if (version !== null && (valid(version) === null || compare(version, pin) >= 0)) return null;
  const there: Evidence[] =
    version === null
      ? [{ statement: message('evidence.not-installed', { name }), how: 'file' }]
      : packageEvidence(clues, name);
  return {
    pin,
    version,
    evidence: [...there, { statement: message('evidence.kitchen-pin', { pin }), how: 'file' }],
  };
}

/** The pinned one comes by a button, unless this torch cannot import it. */
export function kitchenRemedy(clues: Clues, pinned: PinnedKitchen | null): Remedy {
  const torch = valueOf(clues.torch);
  const comes = pinned !== null && torch !== null && kitchenTorchFloor(pinned.pin, torch) === null;
  const goal = comes ? 'comfy-kitchen' : null;
  return { goal, fixKind: 'other', fixDetail: 'install_matching_accel_wheel' };
}

/** Since it brought the attention that ComfyUI asks it for, ComfyUI imports it without a guard. */
export function stopsWithout(version: string): boolean {
  return compare(version, '0.2.29') >= 0;
}
