import './spare-memory.ts';
import type { Language } from '../../../shared/contract.ts';
import { message, translate } from '../../../shared/messages/index.ts';
import type { OperationEvent } from '../../../shared/operation.ts';
import type { Problem } from '../../../shared/problem.ts';
import { createNodeSystem } from '../../engine/machine/node-system.ts';
import { statePaths } from '../../engine/state/state-paths.ts';
import { openTables } from '../../engine/renewal/renewed-tables.ts';
import { problemToTell } from '../../engine/redaction/door.ts';
import { readSettings } from '../../engine/state/settings-store.ts';
import { noteCrash } from '../note-crash.ts';
import { stateFolder } from '../state-folder.ts';
import { parseArguments } from './arguments.ts';
import { documentWith, problemDocument, type Document } from './document.ts';
import { exitCodeOf, exitCodeWith } from './exit-code.ts';
import type { ExitCode } from './exit-codes.ts';
import { UsageError, type Invocation, type UsageFault } from './invocation.ts';
import { leave } from './leave.ts';
import { listenForEnd } from './listen-for-end.ts';
import { logCommand } from './log-command.ts';
import { openBundleCommand } from './open-bundle-command.ts';
import { openEngine } from './open-engine.ts';
import { createPage, printProblem, type Page } from './page.ts';
import { isPrinted, printedAnswer } from './printed-answer.ts';
import { createProgress } from './progress.ts';
import type { CommandOutput } from './command-output.ts';
import { runCommand } from './run-command.ts';
import { serve } from './serve.ts';
import { terminalOf } from './terminal.ts';
import {
  listenForErrors,
  OutputError,
  writeDocument,
  writeLines,
  writeNotes,
} from './write-lines.ts';

listenForErrors(process.stdout);
listenForErrors(process.stderr);
// Beside out/cli.js.
const system = createNodeSystem(__dirname);
process.on('uncaughtException', (thrown) => void breakOff(thrown));
void main(process.argv.slice(2)).then(leave, breakOff);

/** Only a bug of ours comes here; everything expected has its exit code already. */
async function breakOff(thrown: unknown): Promise<void> {
  const at = new Date().toISOString();
  noteCrash(stateFolder(system), { at, where: 'main' }, thrown);
  await writeNotes(process.stderr, problemToTell(thrown).detail?.split('\n') ?? []);
  await leave(4);
}

async function main(argv: string[]): Promise<ExitCode> {
  const { environment, platform } = system;
  const stored = await readSettings(system, statePaths(stateFolder(system)).settings);
  const chosen = stored.settings.language;
  const parsed = parseArguments(argv, { platform, environment, chosen });
  const { language, request } = parsed;
  try {
    if (!request.ok) return await refuseUsage(language, parsed.json, request.fault);
    const page = createPage(
      language,
      terminalOf(process.stdout, environment),
      'target' in request.invocation ? request.invocation.target : '',
    );
    return await answer(request.invocation, parsed.json, page, system);
  } catch (thrown) {
    if (!(thrown instanceof OutputError)) throw thrown;
    const sentence = message('cli.output-failed', { reason: thrown.message });
    await writeNotes(process.stderr, [translate(language, sentence)]);
    return 4;
  }
}

/** What the command line throws itself, and tells by itself. */
function isExpected(thrown: unknown): boolean {
  return thrown instanceof UsageError || thrown instanceof OutputError;
}

async function answer(
  invocation: Invocation,
  json: boolean,
  page: Page,
  system: ReturnType<typeof createNodeSystem>,
): Promise<ExitCode> {
  const print = (document: Document, lines: string[]) =>
    json ? writeDocument(process.stdout, document) : writeLines(process.stdout, lines);
  if (isPrinted(invocation)) {
    const { document, lines } = printedAnswer(invocation, page);
    await print(document, lines);
    return 0;
  }
  const errors = createPage(
    page.language,
    terminalOf(process.stderr, system.environment),
    page.target,
  );
  const ending = listenForEnd(() => {
    // Reading and watching begin nothing that would have to be put back.
    if (!['log', 'watch'].includes(invocation.command))
      void writeNotes(process.stderr, [page.say('cli.cancelling')]);
  });
  const problems: Problem[] = [];
  const finish = async ({ document, lines, ...output }: CommandOutput): Promise<ExitCode> => {
    problems.push(...(output.problems ?? []));
    if (output.oneLine) await writeLines(process.stdout, lines);
    else await print(documentWith(page.language, document, problems), lines);
    await tellBroken(problems);
    return exitCodeWith(output.exitCode, problems);
  };
  const tellBroken = async (all: readonly Problem[]): Promise<void> => {
    for (const each of all) await writeNotes(process.stderr, ['', ...printProblem(errors, each)]);
  };
  try {
    if (invocation.command === 'log') {
      // It needs no engine, but the tables that count.
      await openTables(system, statePaths(stateFolder(system)));
      const { signal } = ending;
      const surroundings = { signal, standardInput: process.stdin, progress: process.stderr };
      return await finish(await logCommand(invocation, { page, ...surroundings }));
    }
    if (invocation.command === 'open-bundle')
      return await finish(await openBundleCommand(invocation, system, page));
    const engine = await openEngine(system);
    const misread = engine.settingsProblem();
    if (misread) await tellBroken([misread]);
    try {
      const { signal } = ending;
      if (invocation.command === 'serve') {
        const warn = (line: string) => void writeNotes(process.stderr, [line]);
        await serve(invocation, { engine, system, page, signal, print, warn });
        return 0;
      }
      const progress = createProgress(errors, process.stderr);
      const onEvent = (event: OperationEvent): void => {
        if (event.type === 'problem') problems.push(event.problem);
        progress(event);
      };
      return await finish(await runCommand(invocation, { engine, signal, onEvent }, page));
    } catch (thrown) {
      if (!isExpected(thrown)) engine.noteMistake(thrown);
      throw thrown;
    } finally {
      await engine.close();
    }
  } catch (thrown) {
    if (thrown instanceof UsageError) return await refuseUsage(page.language, json, thrown.fault);
    if (thrown instanceof OutputError) throw thrown;
    const problem = problemToTell(thrown);
    const document = problemDocument(page.language, problem);
    if (json) await print(documentWith(page.language, document, problems), []);
    else await writeNotes(process.stderr, printProblem(errors, problem));
    await tellBroken(problems);
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
    await writeDocument(process.stdout, { schema: 1, problem });
  } else {
    const help = translate(language, message('cli.usage.help'));
    await writeNotes(process.stderr, [text, advice, help]);
  }
  return exitCodeOf({ kind: 'usage' });
}
