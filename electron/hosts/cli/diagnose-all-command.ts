import type { Install } from '../../../shared/install.ts';
import { ProblemError, type Problem } from '../../../shared/problem.ts';
import type { CommandOutput } from './command-output.ts';
import { diagnosesDocument, type Diagnosed } from './diagnoses-document.ts';
import { exitCodeOf } from './exit-code.ts';
import type { Invocation } from './invocation.ts';
import type { Page } from './page.ts';
import { printDiagnoses } from './print-diagnoses.ts';
import { runOperation, type Running } from './run-operation.ts';

/**
 * Looks at every install that `find` knows, one after the other. One that cannot be looked at is told
 * and holds up none of the others. Naming no Python is no consent to start one that needs it.
 */
export async function diagnoseAll(
  { static: filesOnly, roots, onlyRoots }: Extract<Invocation, { command: 'diagnose-all' }>,
  running: Running,
  page: Page,
): Promise<CommandOutput> {
  const { found } = await runOperation(running, { kind: 'find' }, { roots, onlyRoots });
  const all: Diagnosed[] = [];
  for (const install of found.installs) all.push(await diagnosed(running, install, filesOnly));
  const sound = all.every(
    ({ diagnosis }) =>
      diagnosis !== null &&
      exitCodeOf({ kind: 'result', result: { kind: 'diagnose', diagnosis, snapshots: [] } }) === 0,
  );
  return {
    exitCode: sound ? 0 : 1,
    document: diagnosesDocument(page.language, all),
    lines: printDiagnoses(page, all),
  };
}

async function diagnosed(
  running: Running,
  install: Install,
  filesOnly: boolean,
): Promise<Diagnosed> {
  try {
    const request = { kind: 'diagnose', targetId: install.id, static: filesOnly } as const;
    const { diagnosis } = await runOperation(running, request, { named: false });
    return { install, diagnosis, problem: null };
  } catch (thrown) {
    return { install, diagnosis: null, problem: unlessCancelled(thrown) };
  }
}

function unlessCancelled(thrown: unknown): Problem {
  if (!(thrown instanceof ProblemError) || thrown.problem.code === 'cancelled') throw thrown;
  return thrown.problem;
}
