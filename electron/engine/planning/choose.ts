import type { Facts } from '../../../shared/facts.ts';
import type { Finding } from '../../../shared/finding.ts';
import type { Install } from '../../../shared/install.ts';
import { isPlannable, type Goal } from '../../../shared/goal.ts';
import { fail } from '../../../shared/problem.ts';
import { isMendable } from '../../../shared/severity.ts';
import { surroundingsOf } from '../diagnosis/evidence/surroundings.ts';
import { chooseFlashAttn, chooseSage } from './choose-accelerators.ts';
import { chooseKitchen } from './choose-kitchen.ts';
import { choosePytorchAttention } from './choose-flag.ts';
import { chooseRepair } from './choose-repair.ts';
import { chooseSourceBuild } from './choose-source.ts';
import { chooseStack } from './choose-stack.ts';
import { chooseCudaTorch } from './choose-torch.ts';
import { chooseTriton } from './choose-triton.ts';
import { chooseXformers } from './choose-xformers.ts';
import { nothingToDo, type Intent } from './intent.ts';

/** (Facts, goal) => what is wanted. Pure; throws `torch-missing`, `no-matching-wheel`, `build-tools-missing`. */
export function choose(
  facts: Facts,
  findings: readonly Finding[],
  goal: Goal,
  install: Install | null = null,
): Intent {
  if (goal === 'pytorch-attention') return choosePytorchAttention(facts, install);
  if (goal === 'repair') return chooseRepair(facts);
  const here = surroundingsOf(facts);
  if (!here) fail('torch-missing');
  switch (goal) {
    case 'recommended': {
      const next = recommendedGoal(findings);
      return next === null ? nothingToDo : choose(facts, findings, next, install);
    }
    case 'xformers':
      return chooseXformers(facts, here);
    case 'triton':
      return chooseTriton(facts, here);
    case 'torch-cuda':
      return chooseCudaTorch(facts, here);
    case 'upgrade-stack':
      return chooseStack(facts, here);
    case 'sageattention':
      return chooseSage(facts, here);
    case 'flash-attn':
      return chooseFlashAttn(facts, here);
    case 'comfy-kitchen':
      return chooseKitchen(facts, here);
    case 'source-build':
      return chooseSourceBuild(facts, here);
  }
}

/** The remedy of the root cause; what is harmless is left alone. */
function recommendedGoal(findings: readonly Finding[]): Goal | null {
  const root = findings.find((each) => !each.consequence && isMendable(each));
  return root?.remedies.map(({ goal }) => goal).find(isPlannable) ?? null;
}
