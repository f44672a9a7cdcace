import type { Facts } from '../../../shared/facts.ts';
import { fail } from '../../../shared/problem.ts';
import { kitchenTorchFloor } from '../knowledge/comfy-kitchen.ts';
import type { Surroundings } from '../knowledge/surroundings.ts';
import { combination } from './combination.ts';
import { nothingToDo, type Intent } from './intent.ts';

/**
 * Exactly the comfy-kitchen that this ComfyUI's requirements.txt names. Throws
 * `no-matching-wheel` where it names none, or one that cannot be imported beside this torch.
 */
export function chooseKitchen(facts: Facts, here: Surroundings): Intent {
  const pin = facts.comfyui?.kitchenPin ?? null;
  const what = combination(here);
  const name = pin === null ? 'comfy-kitchen' : `comfy-kitchen ${pin}`;
  const floor = pin === null ? null : kitchenTorchFloor(pin, here.torch);
  if (pin === null || floor !== null) fail('no-matching-wheel', { params: { name, what } });
  return {
    ...nothingToDo,
    attempts: [
      { requirements: [`comfy-kitchen==${pin}`], index: 'default', forceReinstall: false },
    ],
    movable: ['comfy-kitchen'],
    subject: { name, what },
  };
}
