import path from 'node:path';
import { randomUUID } from 'node:crypto';
import { liveFactsSchema, type LiveFacts } from '../../../shared/facts.ts';
import type { Environment } from '../../../shared/install.ts';
import type { LogLine } from '../../../shared/operation.ts';
import { fail, ProblemError } from '../../../shared/problem.ts';
import { parseJson } from '../machine/json-text.ts';
import { lastLines } from '../machine/run-outcome.ts';
import type { System } from '../machine/system.ts';
import { limitOf } from '../machine/time-limits.ts';
import { ifUnanswered } from '../machine/unanswered.ts';
import type { Beside } from '../pythons/beside.ts';
import { requireStartable } from '../pythons/environment-health.ts';
import { pythonCommand, pythonVariables } from '../pythons/python-command.ts';
import { attentionProbe } from './attention-probe.ts';
import { besideProgram } from './beside-program.ts';
import { warmProgram, warmWord, type Warm } from './warm-program.ts';

/** The first word of a Python that has come as far as our program: whatever it loads at its start is behind it. */
const begun = 'attention-doctor-begun';

/**
 * Asks a live Python, in a process of its own. Throws a Problem where no answer comes:
 * `base-python-missing`, `python-absent`, `interpreter-missing`, `interpreter-crashed`,
 * `interpreter-unreadable`, `python-silent` where it does not even begin, `timed-out`.
 */
export async function runProbe(
  system: System,
  environment: Environment,
  options: {
    signal?: AbortSignal;
    onLine?: (line: LogLine) => void;
    timeLimit?: number;
    beside?: Beside;
    warm?: Warm;
  } = {},
): Promise<LiveFacts> {
  // Not even tried: what the system says of a link to nothing tells less than the files do.
  requireStartable(environment);
  const marker = `attention-doctor-${randomUUID()}`;
  const scratch = await system.files.makeTemporaryFolder('attention-doctor-probe-');
  const warnings: string[] = [];
  try {
    const { warm } = options;
    const command = pythonCommand(environment, ['-', marker, ...(warm ? [warm.go] : [])]);
    const { stdout, stderr, exitCode } = await system.run(command, {
      input: `print("${begun}", flush=True)\n${options.beside ? besideProgram(options.beside) : ''}${warm ? warmProgram(warm) : ''}${attentionProbe}`,
      // Python puts the working folder on its path: an empty one can shadow nothing.
      workingFolder: scratch,
      environment: {
        ...pythonVariables(environment),
        XFORMERS_MORE_DETAILS: '1',
        TRITON_CACHE_DIR: path.join(scratch, 'triton'),
        TORCHINDUCTOR_CACHE_DIR: path.join(scratch, 'inductor'),
      },
      okExitCodes: 'any',
      timeLimit: options.timeLimit ?? limitOf(system, 'probe'),
      firstWordLimit: limitOf(system, 'pythonStart'),
      onLine: (line) => {
        if (line.stream === 'stderr' && warnings.length < 200) warnings.push(line.text);
        if (line.text === warmWord) warm?.onReady();
        // The answer itself is for us, not for the log that people read.
        if (!line.text.startsWith('{') && ![marker, begun, warmWord].includes(line.text))
          options.onLine?.(line);
      },
      ...(options.signal ? { signal: options.signal } : {}),
    });
    return readAnswer(environment, { stdout, stderr, exitCode, marker, warnings });
  } catch (error) {
    throw withInterpreter(error, environment);
  } finally {
    await system.files.remove(scratch).catch(ifUnanswered(undefined));
  }
}

type Answer = {
  stdout: string;
  stderr: string;
  exitCode: number;
  marker: string;
  warnings: string[];
};

function readAnswer(environment: Environment, answer: Answer): LiveFacts {
  const { executable } = environment;
  const { stdout, stderr, exitCode, marker, warnings } = answer;
  // Whatever sitecustomize and .pth files print comes before the marker.
  const text = stdout.split(marker)[1]?.trim().split(/\r?\n/)[0];
  const detail = lastLines(stderr.trim() === '' ? stdout.replace(begun, '').trimStart() : stderr);
  if (text === undefined) {
    if (exitCode !== 0)
      fail('interpreter-crashed', { params: { executable, exitCode }, detail, exitCode });
    fail('interpreter-unreadable', { params: { executable }, detail });
  }
  const parsed = liveFactsSchema.safeParse(withWarnings(text, warnings));
  if (!parsed.success)
    fail('interpreter-unreadable', { params: { executable }, detail: text.slice(0, 2000) });
  return parsed.data;
}

function withWarnings(text: string, warnings: string[]): unknown {
  const value = parseJson(text);
  return typeof value === 'object' && value !== null ? { ...value, warnings } : null;
}

function withInterpreter(error: unknown, environment: Environment): unknown {
  if (!(error instanceof ProblemError)) return error;
  const { code, params } = error.problem;
  const { executable } = environment;
  if (code === 'timed-out' && params?.['limit'] === 'first-word') {
    const told = { executable, seconds: params['seconds'] ?? 0 };
    return new ProblemError({ ...error.problem, code: 'python-silent', params: told });
  }
  if (code !== 'command-missing') return error;
  return new ProblemError({
    ...error.problem,
    code: 'interpreter-missing',
    params: { executable },
  });
}
