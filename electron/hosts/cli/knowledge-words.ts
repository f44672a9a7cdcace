import { message } from '../../../shared/messages/index.ts';
import { UsageError, type KnowledgeWish } from './invocation.ts';
import type { Words } from './read-words.ts';
import { usageHint } from './usage-hint.ts';

/** The tables are shown, renewed, gone back to, or asked for elsewhere from now on: one at a time. */
export function knowledgeWish({ switches, values }: Words): KnowledgeWish {
  const from = values.get('from')?.at(-1);
  const address = values.get('address')?.at(-1);
  const wishes: KnowledgeWish[] = [
    ...(switches.has('update') ? [{ kind: 'update' as const, from: from ?? null }] : []),
    ...(switches.has('shipped') ? [{ kind: 'shipped' as const }] : []),
    ...(address === undefined
      ? []
      : [{ kind: 'address' as const, address: address === 'none' ? null : address }]),
  ];
  if (wishes.length > 1) {
    const options = '--update, --shipped, --address';
    throw new UsageError(message('cli.usage.one-of', { options }), usageHint('knowledge'));
  }
  if (from !== undefined && wishes[0]?.kind !== 'update')
    throw new UsageError(message('cli.usage.from-without-update'), usageHint('knowledge'));
  return wishes[0] ?? { kind: 'show' };
}
