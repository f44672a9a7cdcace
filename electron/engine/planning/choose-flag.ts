import type { Facts } from '../../../shared/facts.ts';
import { fail } from '../../../shared/problem.ts';
import { startScriptOf } from '../diagnosis/evidence/start-script.ts';
import { attentionFlagRows } from '../knowledge/tables.ts';
import { nothingToDo, type Intent } from './intent.ts';

const wanted = '--use-pytorch-cross-attention';

/**
 * PyTorch's own attention by its flag in the start script that is used, instead of any other
 * flag of that choice. No package is touched. Throws `no-start-script`.
 */
export function choosePytorchAttention(facts: Facts): Intent {
  const script = startScriptOf(facts);
  if (script === null) fail('no-start-script', { params: { flag: wanted } });
  const others = attentionFlagRows
    .filter((row) => row.group.startsWith('attn_group') && row.flag !== wanted)
    .map((row) => row.flag);
  return { ...nothingToDo, edits: [{ path: script, add: [wanted], remove: others }] };
}
