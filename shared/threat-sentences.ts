import type { MessageRef } from './messages/message-ref.ts';
import { message } from './messages/index.ts';
import type { Threat } from './protection.ts';

/** What the threats come to in one sentence: who, and what of mine. */
export function threatsTitle(threats: readonly Threat[]): MessageRef {
  const nodes = new Set(threats.filter(({ kind }) => kind === 'node').map(({ source }) => source));
  const told = nodes.size > 0 ? threats.filter(({ kind }) => kind === 'node') : threats;
  const names = [...new Set(told.map(({ would }) => shown(would.name)))].join(', ');
  if (nodes.size === 0) return message('threats.title-others', { names });
  return nodes.size === 1
    ? message('threats.title-node', { names })
    : message('threats.title-nodes', { count: nodes.size, names });
}

/** One of them. */
export function threatSentence({ source, requirement, would }: Threat): MessageRef {
  const params = { source, requirement, name: would.name, from: would.from ?? '' };
  return would.to === null
    ? message('threats.one-newest', params)
    : message('threats.one', { ...params, to: would.to });
}

/** As people write it. */
function shown(name: string): string {
  const known: Readonly<Record<string, string>> = {
    torch: 'PyTorch',
    xformers: 'xFormers',
    triton: 'Triton',
    numpy: 'NumPy',
    sageattention: 'SageAttention',
  };
  return known[name] ?? name;
}
