import path from 'node:path';
import type { Glance, Install } from '../../../shared/install.ts';
import { message } from '../../../shared/messages/index.ts';
import { toProblem } from '../../../shared/problem.ts';
import { isFault } from '../../../shared/severity.ts';
import { diagnose } from '../examination/diagnose.ts';
import { ifUnanswered, isUnanswered } from '../machine/unanswered.ts';
import { whileWanted } from '../machine/while-wanted.ts';
import { partOf } from '../mistakes/parts.ts';
import type { OperationContext } from '../operations/operation-runner.ts';
import type { JobOptions } from './job-options.ts';

/** Few enough that the first answer comes at once, many enough to keep a disk busy. */
const atOnce = 4;

/**
 * What the files of each install tell, told as it comes: those that run first. Starts no Python.
 * Throws `cancelled`; what could not be read says why.
 */
export async function glanceAtAll(
  options: JobOptions,
  context: OperationContext<'find'>,
  installs: readonly Install[],
): Promise<Record<string, Glance>> {
  const waiting = runningFirst(installs);
  const seen: Record<string, Glance> = {};
  async function work(): Promise<void> {
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      const install = next;
      const glance = await partOf(
        'glance',
        context.broken,
        () => glanceAt(options, context, install),
        null,
      );
      if (!glance) continue;
      seen[install.id] = glance;
      context.glance(install.id, glance);
    }
  }
  await Promise.all(Array.from({ length: atOnce }, work));
  return seen;
}

/** What runs is what somebody is looking at. */
export function runningFirst(installs: readonly Install[]): Install[] {
  return [...installs].sort((a, b) => Number(b.running) - Number(a.running));
}

async function glanceAt(
  { system, targets, clock }: JobOptions,
  { signal }: OperationContext<'find'>,
  install: Install,
): Promise<Glance> {
  const machine = whileWanted(system, signal);
  const at = clock().toISOString();
  const log = await machine.files
    .info(path.join(install.userDir, 'comfyui.log'))
    .catch(ifUnanswered(null));
  // Nanoseconds since 1970.
  const usedAt = log ? new Date(Number(log.modified) / 1e6).toISOString() : null;
  try {
    const target = await targets.target(install.id);
    const { verdict, headline, findings } = await diagnose(machine, target, { live: false });
    const root = findings.find((finding) => isFault(finding) && !finding.consequence);
    return { verdict, headline, cause: root?.cause ?? null, at, usedAt };
  } catch (thrown) {
    if (!isUnanswered(thrown)) throw thrown;
    const problem = toProblem(thrown);
    const headline = message(`problem.${problem.code}`, problem.params);
    return { verdict: 'unknown', headline, cause: null, at, usedAt };
  }
}
