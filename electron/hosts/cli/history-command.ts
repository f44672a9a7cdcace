import { unlessCancelled } from '../../engine/machine/patience.ts';
import type { Page } from './page.ts';
import { historyFields, sinceFields } from './history-document.ts';
import { printHistory } from './print-history.ts';
import type { CommandOutput } from './command-output.ts';
import type { Running } from './run-operation.ts';

/** What happened to an environment. 1: something that was proved is no longer so. */
export async function showHistory(
  { engine, signal }: Pick<Running, 'engine' | 'signal'>,
  page: Page,
  targetId: string,
): Promise<CommandOutput> {
  const history = await unlessCancelled(signal, () => engine.history(targetId));
  const { drift, problem } = history;
  return {
    exitCode: drift.length > 0 ? 1 : 0,
    document: { schema: 1, ...historyFields(page.language, history) },
    lines: printHistory(page, history),
    ...(problem ? { problems: [problem] } : {}),
  };
}

/** Waits until what was proved is no longer so: one line of JSON, whatever was asked for, and 1. */
export async function watchTarget(
  { engine, signal }: Pick<Running, 'engine' | 'signal'>,
  page: Page,
  targetId: string,
  seconds: number,
): Promise<CommandOutput> {
  const since = await engine.watch(targetId, { interval: seconds * 1000, signal });
  const document = { schema: 1 as const, targetId, ...sinceFields(page.language, since) };
  return { exitCode: 1, document, lines: [JSON.stringify(document)], oneLine: true };
}
