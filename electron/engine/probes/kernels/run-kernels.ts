import path from 'node:path';
import { randomUUID } from 'node:crypto';
import type { Environment } from '../../../../shared/install.ts';
import type { KernelBackend } from '../../../../shared/kernel-backends.ts';
import {
  kernelAnswerSchema,
  type KernelAnswer,
  type KernelReport,
  type TritonReport,
} from '../../../../shared/kernel-report.ts';
import type { LogLine } from '../../../../shared/operation.ts';
import { parseJson } from '../../machine/json-text.ts';
import type { System } from '../../machine/system.ts';
import { ifUnanswered } from '../../machine/unanswered.ts';
import type { Beside } from '../../pythons/beside.ts';
import { pythonCommand, pythonVariables } from '../../pythons/python-command.ts';
import { besideProgram } from '../beside-program.ts';
import { warmProgram, warmWord, type Warm } from '../warm-program.ts';
import { endingOf } from './ending-of.ts';
import { kernelProgram, tritonProgram } from './programs.ts';

/** An input as its program reads it: sizes, "fp16" and the like, and whether it is timed. */
export type KernelCase = {
  id: string;
  device: 'cpu' | 'gpu';
  batch: number;
  heads: number;
  tokens: number;
  headSize: number;
  dtype: string;
  timed?: true;
};

export type KernelRequest = {
  backend: KernelBackend;
  cases: readonly KernelCase[];
  /** Seconds after which no further input is timed; from its turn on, where it waits for one. */
  seconds: number;
  /** A file: it computes nothing before this is there. */
  go?: string;
};

export type KernelOptions = {
  signal?: AbortSignal;
  onLine?: (line: LogLine) => void;
  onAnswer?: (answer: KernelAnswer) => void;
  /** Packages that lie beside the environment and come first. */
  beside?: Beside;
  warm?: Warm;
  /** Milliseconds; then the process is ended. */
  timeLimit?: number;
};

/** Milliseconds. Importing torch from a slow disk, and what Triton compiles for the first time. */
const usualLimit = 120_000;

/**
 * Computes with one attention in a Python of its own. However that process ends, the report says
 * it, with what was told until then; only `cancelled` is thrown.
 */
export async function runKernel(
  system: System,
  environment: Environment,
  request: KernelRequest,
  options: KernelOptions = {},
): Promise<KernelReport> {
  const asked = { ...request, device: 'any' };
  return {
    backend: request.backend,
    ...(await ask(system, environment, kernelProgram, asked, options)),
  };
}

/**
 * Lets Triton compile and run a kernel from an empty cache, and with `compile` PyTorch an attention
 * block with it; as runKernel.
 */
export function runTriton(
  system: System,
  environment: Environment,
  { compile, ...options }: KernelOptions & { compile?: boolean } = {},
): Promise<TritonReport> {
  return ask(system, environment, tritonProgram, { compile: compile === true }, options);
}

async function ask(
  system: System,
  environment: Environment,
  program: string,
  request: object,
  options: KernelOptions,
): Promise<TritonReport> {
  const marker = `attention-doctor-${randomUUID()}`;
  const scratch = await system.files.makeTemporaryFolder('attention-doctor-kernel-');
  const answers: KernelAnswer[] = [];
  const said: string[] = [];
  const onLine = (line: LogLine): void => {
    const answer = answerOf(line.text, marker);
    if (answer) {
      answers.push(answer);
      options.onAnswer?.(answer);
      return;
    }
    if (line.text === warmWord) {
      options.warm?.onReady();
      return;
    }
    if (line.stream === 'stderr') said.push(line.text);
    if (said.length > 60) said.shift();
    // The answers are for us, not for the log that people read.
    if (line.text !== '' && !line.text.startsWith(marker)) options.onLine?.(line);
  };
  const { beside, warm } = options;
  const before = (beside ? besideProgram(beside) : '') + (warm ? warmProgram(warm) : '');
  const words = ['-', marker, JSON.stringify(request), ...(warm ? [warm.go] : [])];
  try {
    const timeLimit = options.timeLimit ?? usualLimit;
    const ending = await endingOf(
      () =>
        system.run(pythonCommand(environment, words), {
          input: before + program,
          // Python puts the working folder on its path: an empty one can shadow nothing.
          workingFolder: scratch,
          environment: { ...pythonVariables(environment), ...caches(scratch) },
          okExitCodes: 'any',
          timeLimit,
          onLine,
          ...(options.signal ? { signal: options.signal } : {}),
        }),
      () => said.slice(-30).join('\n'),
      timeLimit,
    );
    return { answers, ending };
  } finally {
    await system.files.remove(scratch).catch(ifUnanswered(undefined));
  }
}

/** Cold, and ours: nothing that was compiled before helps, and nothing of the user's is written. */
function caches(scratch: string): Record<string, string> {
  return {
    TRITON_CACHE_DIR: path.join(scratch, 'triton'),
    TORCHINDUCTOR_CACHE_DIR: path.join(scratch, 'inductor'),
    CUDA_CACHE_PATH: path.join(scratch, 'cuda'),
  };
}

function answerOf(line: string, marker: string): KernelAnswer | null {
  if (!line.startsWith(marker)) return null;
  const parsed = kernelAnswerSchema.safeParse(parseJson(line.slice(marker.length)));
  return parsed.success ? parsed.data : null;
}
