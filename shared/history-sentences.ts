import type { Change } from './change.ts';
import type { HistoryEntry, TracedChange } from './history.ts';
import { message, type MessageRef } from './messages/index.ts';

/** "torch 2.9.1+cu128 became 2.9.1 (CPU)". */
export function changeSentence({ name, from, to }: Change): MessageRef {
  if (name.startsWith('--')) return flagSentence(name, to !== null);
  if (from === null) return message('history.change.added', { name, to: to ?? '' });
  if (to === null) return message('history.change.removed', { name, from });
  return message('history.change.changed', { name, from, to });
}

/** A flag has no version: what it is called says it all. */
function flagSentence(name: string, came: boolean): MessageRef {
  return message(came ? 'history.change.flag-added' : 'history.change.flag-removed', { name });
}

/**
 * Who did it, and how sure that is. null where nobody would ask: of a flag or a driver no trace is
 * read, and of what lay there before us it goes without saying that it is not known.
 */
export function culpritSentence(
  change: Pick<TracedChange, 'by' | 'candidates' | 'name'>,
  kind?: HistoryEntry['kind'],
): MessageRef | null {
  const told = change.by !== null || change.candidates !== undefined;
  if (!told && (kind === 'installed' || /^(?:--|driver$)/.test(change.name))) return null;
  return namedSentence(change);
}

function namedSentence({ by, candidates }: Pick<TracedChange, 'by' | 'candidates'>): MessageRef {
  if (by) return message(`history.by.${by.confidence}`, { name: by.name });
  const names = (candidates ?? []).map(({ name }) => name).join(', ');
  return names === '' ? message('history.by.unknown') : message('history.by.several', { names });
}

export function whatHappened({
  kind,
  changes,
}: Pick<HistoryEntry, 'kind' | 'changes'>): MessageRef {
  // The first look of all notes what is there; every later one notes a change.
  if (kind === 'look' && changes.length === 0) return message('history.kind.first');
  return message(`history.kind.${kind}`);
}
