import { bundlePartNames, mayLeaveOut, type BundlePart } from '../../../shared/bundle.ts';
import { message } from '../../../shared/messages/index.ts';
import { UsageError, type Invocation } from './invocation.ts';
import type { Words } from './read-words.ts';
import { usageHint } from './usage-hint.ts';

/** A bundle is made of a target, or one that was sent is opened: never both. */
export function bundleWords(words: Words, rest: readonly string[]): Invocation {
  const command = 'bundle';
  const open = words.values.get('open')?.at(-1);
  const [target] = rest;
  if (open !== undefined) {
    if (target === undefined) return { command: 'open-bundle', file: open };
    throw new UsageError(
      message('cli.usage.extra-word', { command, word: target }),
      usageHint(command),
    );
  }
  if (target === undefined || target.trim() === '')
    throw new UsageError(message('cli.usage.target-missing', { command }), usageHint(command));
  const output = outputOf(words.values.get('output')?.at(-1) ?? null);
  return { command, target, output, without: (words.values.get('without') ?? []).map(partOf) };
}

function partOf(word: string): BundlePart {
  const part = bundlePartNames.find((each) => each === word && mayLeaveOut(each));
  if (part) return part;
  const parts = bundlePartNames.filter(mayLeaveOut).join(', ');
  throw new UsageError(
    message('cli.usage.unknown-part', { word }),
    message('cli.usage.parts', { parts }),
  );
}

function outputOf(file: string | null): string {
  if (file !== null) return file;
  throw new UsageError(message('cli.usage.output-missing'), usageHint('bundle'));
}
