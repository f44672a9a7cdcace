import { valueOf, type Facts } from '../../../shared/facts.ts';
import { fail } from '../../../shared/problem.ts';
import { acceleratorServes } from '../knowledge/accelerator-cards.ts';
import type { Surroundings } from '../knowledge/surroundings.ts';
import { tritonFor } from '../knowledge/triton-fit.ts';
import { combination } from './combination.ts';
import { nothingToDo, type Attempt, type Intent, type Part } from './intent.ts';
import { tritonInTheWay } from './triton-in-the-way.ts';

/**
 * A ready SageAttention from the user's index, which was built for this torch or is all Python,
 * with the Triton that it imports. Nothing is compiled. Throws `no-matching-wheel` where no card
 * here can run it, or no Triton goes with this torch.
 */
export function chooseSage(facts: Facts, here: Surroundings): Intent {
  const subject = { name: 'SageAttention', what: combination(here) };
  requireServed('sageattention', here, subject);
  const triton = tritonFor(here);
  if (!triton) fail('no-matching-wheel', { params: { ...subject, name: 'Triton' } });
  const remove = tritonInTheWay(facts, triton);
  const hasTriton = remove.length === 0 && valueOf(facts.triton) !== null;
  return {
    ...nothingToDo,
    attempts: [
      {
        ...fromOwnIndex('sageattention'),
        also: hasTriton ? [] : [fromOwnIndex(triton.requirement)],
      },
    ],
    movable: ['sageattention', ...(hasTriton ? [] : [triton.distribution])],
    remove,
    builtFor: { torch: here.torch, names: ['sageattention'] },
    subject,
  };
}

/** A ready flash-attn from the user's index that was built for this torch. Nothing is compiled. */
export function chooseFlashAttn(_facts: Facts, here: Surroundings): Intent {
  const subject = { name: 'flash-attn', what: combination(here) };
  requireServed('flash-attn', here, subject);
  return {
    ...nothingToDo,
    attempts: [fromOwnIndex('flash-attn')],
    movable: ['flash-attn'],
    builtFor: { torch: here.torch, names: ['flash-attn'] },
    subject,
  };
}

function requireServed(
  name: 'sageattention' | 'flash-attn',
  here: Surroundings,
  subject: Intent['subject'],
): void {
  if (!acceleratorServes(name, here)) fail('no-matching-wheel', { params: subject });
}

function fromOwnIndex(requirement: string): Attempt & Part {
  return { requirements: [requirement], index: 'default', forceReinstall: false };
}
