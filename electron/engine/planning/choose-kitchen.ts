import type { Facts } from '../../../shared/facts.ts';
import { fail } from '../../../shared/problem.ts';
import { kitchenTorchFloor } from '../knowledge/comfy-kitchen.ts';
import type { Surroundings } from '../knowledge/surroundings.ts';
import { combination } from './combination.ts';
import { nothingToDo, type Intent } from './intent.ts';

/**
 * Exactly the comfy-kitchen that this ComfyUI's requirements.txt names. Throws `not-pinned` where
 * it names none, and `torch-too-old` where that one cannot be imported beside this torch: then
 * ComfyUI does not start, whatever is installed again.
 */
export function chooseKitchen(facts: Facts, here: Surroundings): Intent {
  const pin = facts.comfyui?.kitchenPin ?? null;
  if (pin === null) fail('not-pinned', { params: { name: 'comfy-kitchen' } });
  const name = `comfy-kitchen ${pin}`;
  const needed = kitchenTorchFloor(pin, here.torch);
  if (needed !== null)
    fail('torch-too-old', { params: { name, needed, torch: here.torch.version } });
  const what = combination(here);
  return {
    ...nothingToDo,
    attempts: [
      { requirements: [`comfy-kitchen==${pin}`], index: 'default', forceReinstall: false },
    ],
    movable: ['comfy-kitchen'],
    subject: { name, what },
  };
}
