import { message } from '../../../shared/messages/index.ts';
import { fail } from '../../../shared/problem.ts';
import { analyseLog } from '../../engine/log-analysis/analyse-log.ts';
import type { LogReading } from '../../engine/logs/log-reading.ts';
import { createLogReader } from '../../engine/logs/read-log.ts';
import { withoutSecrets } from '../../engine/redaction/door.ts';
import { documentOf } from './document.ts';
import { exitCodeOf } from './exit-code.ts';
import type { Invocation } from './invocation.ts';
import { openLogInput, type LogInput } from './log-input.ts';
import type { Page } from './page.ts';
import { terminalText } from './painted-text.ts';
import { printResult } from './print.ts';
import type { CommandOutput } from './command-output.ts';
import { readStatedFacts } from './stated-facts-file.ts';

type Surroundings = {
  page: Page;
  signal: AbortSignal;
  standardInput: NodeJS.ReadStream;
  /** Standard error: what is being done, where a person watches. */
  progress: { isTTY?: boolean; write: (text: string) => unknown };
};

/**
 * Says what a log means. It needs no engine and leaves nothing behind: the log is read piece by
 * piece, however long it is, and judged.
 */
export async function logCommand(
  { file, factsFile }: Extract<Invocation, { command: 'log' }>,
  surroundings: Surroundings,
): Promise<CommandOutput> {
  const { page, signal, standardInput, progress } = surroundings;
  const begin = performance.now();
  const stated = factsFile === null ? null : await readStatedFacts(factsFile);
  if (file === '-' && standardInput.isTTY)
    progress.write(`${terminalText(page.say('cli.log.paste'))}\n`);
  const input = await openLogInput(file, standardInput, signal);
  const reading = await readThrough(input, surroundings);
  if (reading.firstLine === null) fail('log-empty');
  const answer = analyseLog(reading, {
    name: input.name,
    stated,
    facts: null,
    torchIndex: process.env['ATTENTION_DOCTOR_TORCH_INDEX'],
    elapsedMs: 0,
  });
  const elapsedMs = Math.round(performance.now() - begin);
  const result = withoutSecrets({ kind: 'log', analysis: { ...answer, elapsedMs } } as const);
  return {
    exitCode: exitCodeOf({ kind: 'result', result }),
    document: documentOf(page.language, result, null),
    lines: printResult(page, result, null),
    problems: result.analysis.broken ?? [],
  };
}

async function readThrough(
  { size, pieces }: LogInput,
  { page, progress }: Surroundings,
): Promise<LogReading> {
  const reader = createLogReader();
  const clear = '\r\u001b[K';
  let bytes = 0;
  let shown = -1;
  try {
    for await (const piece of pieces) {
      reader.push(piece);
      bytes += piece.length;
      const percent = size ? Math.min(100, Math.floor((bytes / size) * 100)) : null;
      if (progress.isTTY !== true || percent === null || percent === shown) continue;
      shown = percent;
      progress.write(`${clear}${terminalText(page.tell(message('step.log.read')))} ${percent}%`);
    }
  } finally {
    if (shown >= 0) progress.write(clear);
  }
  return reader.end();
}
