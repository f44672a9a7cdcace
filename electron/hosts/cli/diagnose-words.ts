import { message } from '../../../shared/messages/index.ts';
import { UsageError, type Invocation } from './invocation.ts';
import type { Words } from './read-words.ts';
import { usageHint } from './usage-hint.ts';

/** One target, or every install that is found: never both. */
export function diagnoseWords(words: Words, rest: readonly string[]): Invocation {
  const command = 'diagnose';
  const [target] = rest;
  const filesOnly = words.switches.has('static');
  const roots = words.values.get('root') ?? [];
  const onlyRoots = words.switches.has('only-roots');
  if (words.switches.has('all')) {
    if (target === undefined)
      return { command: 'diagnose-all', static: filesOnly, roots, onlyRoots };
    throw new UsageError(
      message('cli.usage.extra-word', { command, word: target }),
      usageHint(command),
    );
  }
  if (target === undefined || target.trim() === '')
    throw new UsageError(message('cli.usage.target-missing', { command }), usageHint(command));
  if (roots.length > 0 || onlyRoots)
    throw new UsageError(message('cli.usage.root-needs-all'), usageHint(command));
  return { command, target, static: filesOnly };
}
