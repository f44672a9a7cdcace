import type { Facts } from '../../../shared/facts.ts';
import { message } from '../../../shared/messages/index.ts';
import { fail } from '../../../shared/problem.ts';
import { familyOfTorch } from '../knowledge/cuda-family.ts';
import type { Surroundings } from '../knowledge/surroundings.ts';
import { tritonFor } from '../knowledge/triton-fit.ts';
import { combination } from './combination.ts';
import { nothingToDo, type Attempt, type Intent } from './intent.ts';
import { tritonInTheWay } from './triton-in-the-way.ts';

/** The Triton that goes with this torch: what torch asks for on Linux, a series of triton-windows on Windows. */
export function chooseTriton(facts: Facts, here: Surroundings): Intent {
  const what = combination(here);
  const triton = tritonFor(here);
  if (!triton) fail('no-matching-wheel', { params: { name: 'Triton', what } });
  const onWindows = triton.distribution === 'triton-windows';
  const own: Attempt = {
    requirements: [triton.requirement],
    index: 'default',
    forceReinstall: false,
  };
  const family = familyOfTorch(here.torch);
  return {
    ...nothingToDo,
    // PyTorch's index carries the Triton of Linux as well.
    attempts:
      onWindows || !family ? [own] : [own, { ...own, index: { torchVariant: family.variant } }],
    movable: [triton.distribution],
    remove: tritonInTheWay(facts, triton),
    subject: { name: `Triton ${triton.number}`, what },
    warnings: triton.inferred ? [message('plan.warning.inferred', { name: 'Triton' })] : [],
  };
}
