import type { Language } from '../../../shared/contract.ts';
import { message, translate } from '../../../shared/messages/index.ts';
import { toProblem } from '../../../shared/problem.ts';
import { createNodeSystem } from '../../engine/node-system.ts';
import { appVersion } from '../version.ts';
import { parseArguments } from './arguments.ts';
import { problemDocument, type Document } from './document.ts';
import { exitCodeOf, type ExitCode } from './exit-code.ts';
import { printHelp } from './help.ts';
import { UsageError, type Invocation, type UsageFault } from './invocation.ts';
import { listenForEnd } from './listen-for-end.ts';
import { logCommand } from './log-command.ts';
import { openEngine } from './open-engine.ts';
import { createPage, printProblem, type Page } from './page.ts';
import { createProgress } from './progress.ts';
import { runCommand } from './run-command.ts';
import { serve } from './serve.ts';
import { terminalOf } from './terminal.ts';
import { ignoreClosedPipe, writeLines } from './write-lines.ts';

ignoreClosedPipe(process.stdout);
ignoreClosedPipe(process.stderr);
void main(process.argv.slice(2)).then(leave, async (thrown: unknown) => {
  // Only a bug of this file comes here; everything expected has its exit code already.
  await writeLines(process.stderr, [String(thrown instanceof Error ? thrown.stack : thrown)]);
  leave(4);
});

/** What was written is out: nothing that is still open may keep the terminal waiting. */
function leave(exitCode: ExitCode): never {
  process.exit(exitCode);
}

async function main(argv: string[]): Promise<ExitCode> {
  const system = createNodeSystem();
  const { environment, platform } = system;
  const parsed = parseArguments(argv, { platform, environment });
  const { language, request } = parsed;
  if (!request.ok) return refuseUsage(language, parsed.json, request.fault);
  const page = createPage(
    language,
    terminalOf(process.stdout, environment),
    'target' in request.invocation ? request.invocation.target : '',
  );
  return answer(request.invocation, parsed.json, page, system);
}

async function answer(
  invocation: Invocation,
  json: boolean,
  page: Page,
  system: ReturnType<typeof createNodeSystem>,
): Promise<ExitCode> {
  const print = (document: Document, lines: string[]) =>
    writeLines(process.stdout, json ? [JSON.stringify(document, null, 2)] : lines);
  if (invocation.command === 'help') {
    const lines = printHelp(page, invocation.about);
    await print({ schema: 1, help: lines.join('\n') }, lines);
    return 0;
  }
  if (invocation.command === 'version') {
    await print({ schema: 1, version: appVersion }, [appVersion]);
    return 0;
  }
  const errors = createPage(
    page.language,
    terminalOf(process.stderr, system.environment),
    page.target,
  );
  const ending = listenForEnd(() => {
    // Reading a log begins nothing that would have to be put back.
    if (invocation.command !== 'log') void writeLines(process.stderr, [page.say('cli.cancelling')]);
  });
  try {
    if (invocation.command === 'log') {
      const { signal } = ending;
      const surroundings = { signal, standardInput: process.stdin, progress: process.stderr };
      const output = await logCommand(invocation, { page, ...surroundings });
      await print(output.document, output.lines);
      return output.exitCode;
    }
    const engine = await openEngine(system);
    try {
      const { signal } = ending;
      if (invocation.command === 'serve') {
        const warn = (line: string) => void writeLines(process.stderr, [line]);
        await serve(invocation, { engine, system, page, signal, print, warn });
        return 0;
      }
      const onEvent = createProgress(errors, process.stderr);
      const output = await runCommand(invocation, { engine, signal, onEvent }, page);
      await print(output.document, output.lines);
      return output.exitCode;
    } finally {
      await engine.close();
    }
  } catch (thrown) {
    if (thrown instanceof UsageError) return await refuseUsage(page.language, json, thrown.fault);
    const problem = toProblem(thrown);
    if (json) await print(problemDocument(page.language, problem), []);
    else await writeLines(process.stderr, printProblem(errors, problem));
    return exitCodeOf({ kind: 'problem', problem });
  } finally {
    ending.stop();
  }
}

async function refuseUsage(
  language: Language,
  json: boolean,
  { sentence, hint }: UsageFault,
): Promise<ExitCode> {
  const text = translate(language, sentence);
  const advice = translate(language, hint);
  if (json) {
    const problem = { code: 'invalid-request', message: text, hint: advice };
    await writeLines(process.stdout, [JSON.stringify({ schema: 1, problem }, null, 2)]);
  } else {
    const help = translate(language, message('cli.usage.help'));
    await writeLines(process.stderr, [text, advice, help]);
  }
  return exitCodeOf({ kind: 'usage' });
}
