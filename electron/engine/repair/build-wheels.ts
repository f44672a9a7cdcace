import path from 'node:path';
import type { Diagnosis } from '../../../shared/finding.ts';
import type { LogLine } from '../../../shared/operation.ts';
import type { Action, Plan, Wheel } from '../../../shared/plan.ts';
import { fail, ProblemError } from '../../../shared/problem.ts';
import type { System } from '../machine/system.ts';
import { normaliseName } from '../packages/distributions.ts';
import {
  buildVariables,
  buildWords,
  listLine,
  sourcesList,
  wheelsFolder,
} from '../pip/pip-words.ts';
import { pip, settingsOf, type PipOptions } from '../pip/run-pip.ts';
import { withIndex } from '../pip/settings.ts';
import { withCredentials } from '../pip/torch-index.ts';

type Install = Extract<Action, { kind: 'pip-install' }>;
/** Called with what is compiled and how much of it is done, 0 to 1; null where that is not told. */
type OnBuild = (names: string, fraction: number | null) => void;
/** Lines of a build that failed, for its Problem. */
const keptLines = 60;

/**
 * Compiles what a plan brings as sources, by the hash that was reviewed, into the folder of the
 * fetched wheels. Answers the plan with the wheels that came of it, whose hashes are taken now.
 * Without sources it is the plan itself. Throws `build-failed`, and what pip throws before it.
 */
export async function buildWheels(
  system: System,
  diagnosis: Diagnosis,
  plan: Plan,
  folder: string,
  options: PipOptions & { onBuild?: OnBuild },
): Promise<Plan> {
  const actions: Action[] = [];
  for (const action of plan.actions) {
    const isBuilt = action.kind === 'pip-install' && action.build !== undefined;
    actions.push(isBuilt ? await built(system, diagnosis, action, folder, options) : action);
  }
  return { ...plan, actions };
}

async function built(
  system: System,
  diagnosis: Diagnosis,
  action: Install,
  folder: string,
  options: PipOptions & { onBuild?: OnBuild },
): Promise<Install> {
  const { build, ...install } = action;
  if (!build) return action;
  const { environment } = diagnosis;
  const wheels = path.join(folder, wheelsFolder);
  const scratch = path.join(folder, 'tmp');
  const list = path.join(folder, sourcesList);
  await system.files.makeFolder(wheels);
  await system.files.makeFolder(scratch);
  await system.files.writeText(list, `${action.wheels.map(listLine).join('\n')}\n`);
  const names = action.wheels.map(({ name, version }) => `${name} ${version}`).join(', ');
  options.onBuild?.(names, null);
  const last: string[] = [];
  const onLine = (line: LogLine): void => {
    last.push(line.text);
    if (last.length > keptLines) last.shift();
    options.onLine?.(line);
    const fraction = ninjaFraction(line.text);
    if (fraction !== null) options.onBuild?.(names, fraction);
  };
  const own = await settingsOf(system, environment, options);
  const settings =
    action.indexUrl === null ? own : withIndex(own, withCredentials(system, action.indexUrl));
  const programs = path.dirname(environment.executable);
  const { PATH = '' } = system.environment;
  try {
    await pip(system, environment, buildWords(build, { wheels, list }), settings, {
      ...options,
      onLine,
      workingFolder: scratch,
      environment: {
        ...buildVariables,
        ...build.variables,
        // torch looks for ninja among the programs, also for one that was installed with pip.
        PATH: [programs, PATH].join(path.delimiter),
        TMPDIR: scratch,
        TEMP: scratch,
        TMP: scratch,
      },
    });
  } catch (error) {
    throw withoutBuild(error, names, last.join('\n'));
  }
  const made = await Promise.all(action.wheels.map((each) => wheelMade(system, wheels, each)));
  return { ...install, wheels: made };
}

/** Of a compiler that failed pip says no more than its exit code; the lines before it say the rest. */
function withoutBuild(error: unknown, name: string, detail: string): unknown {
  if (!(error instanceof ProblemError) || error.problem.code !== 'pip-failed') return error;
  return new ProblemError({ ...error.problem, code: 'build-failed', params: { name }, detail });
}

/** ninja counts: [12/340] */
function ninjaFraction(line: string): number | null {
  const [, done, all] = /^\s*\[(\d+)\/(\d+)\]/.exec(line) ?? [];
  return done === undefined || Number(all) === 0 ? null : Number(done) / Number(all);
}

async function wheelMade(system: System, folder: string, source: Wheel): Promise<Wheel> {
  const entries = (await system.files.list(folder)) ?? [];
  const fileName = entries.map(({ name }) => name).find((name) => isOf(name, source));
  if (fileName === undefined)
    return fail('build-failed', { params: { name: `${source.name} ${source.version}` } });
  const file = path.join(folder, fileName);
  await system.files.flush(file);
  return {
    ...source,
    fileName,
    sha256: await system.files.sha256(file),
    bytes: (await system.files.info(file))?.bytes ?? null,
  };
}

/** name-version-python-abi-platform.whl, the name with underscores for whatever is between its words. */
function isOf(fileName: string, { name, version }: Wheel): boolean {
  const [itsName = '', itsVersion = ''] = fileName.split('-');
  return fileName.endsWith('.whl') && normaliseName(itsName) === name && itsVersion === version;
}
