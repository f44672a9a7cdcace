import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { makeSandbox, startCli, valueAt, type CliRun } from '../support/command-line.ts';
import { programsLeft } from '../support/processes.ts';
import { chooseSeed, isLong, seeded, timeLimit } from './support/how-long.ts';
import { makeStates } from './support/make-states.ts';
import { openStage, type Stage } from './support/stage.ts';
import { kill, programsIn } from './support/victims.ts';

const seed = chooseSeed();
const random = seeded(seed);
const moments = Number(process.env['FAULTS_KILLS'] ?? (isLong ? 300 : 5));

/** What is waited for before the clock of a moment runs; each is soon after something begins. */
const events = {
  started: () => true,
  'journal begun': (stage: Stage) => existsSync(join(stage.state, 'snapshots')),
  'pip removes': (stage: Stage) => names(stage).some((name) => name.startsWith('~')),
  'pip has ended': (stage: Stage) => names(stage).includes('xformers-0.0.29.post3.dist-info'),
  'being put back': (stage: Stage) => newestHead(stage).includes('"state":"restoring"'),
  'place locked': (stage: Stage, pid: number) => lockOf(stage).includes(`"pid":${pid},`),
};
type Event = keyof typeof events;

/** From which saved state, with which command, after which events, and milliseconds at most. */
type Kind = {
  wheel: 'good' | 'broken';
  from: string;
  words: 'fix' | 'rollback';
  after: readonly (readonly [Event, number])[];
};
const kinds: readonly Kind[] = [
  {
    wheel: 'good',
    from: 'before',
    words: 'fix',
    after: [
      ['started', 6000],
      ['journal begun', 800],
      ['pip removes', 100],
      ['pip has ended', 2000],
    ],
  },
  {
    wheel: 'broken',
    from: 'before',
    words: 'fix',
    after: [
      ['pip removes', 200],
      ['pip has ended', 3000],
      ['being put back', 60],
    ],
  },
  {
    wheel: 'good',
    from: 'kept',
    words: 'rollback',
    after: [
      ['started', 1500],
      ['place locked', 80],
      ['being put back', 60],
    ],
  },
  ...['installed', 'writing', 'removed'].map((from): Kind => ({
    wheel: 'good',
    from,
    words: 'rollback',
    after: [
      ['started', 1500],
      ['place locked', 100],
    ],
  })),
  ...['installed', 'writing', 'removed'].map((from): Kind => ({
    wheel: 'broken',
    from,
    words: 'fix',
    after: [
      ['started', 3000],
      ['place locked', 200],
    ],
  })),
];

const stages: { good: Stage | null; broken: Stage | null } = { good: null, broken: null };
beforeAll(async () => {
  for (const wheel of ['good', 'broken'] as const) {
    const stage = await openStage(wheel);
    stages[wheel] = stage;
    await makeStates(stage);
  }
}, timeLimit);
afterAll(async () => {
  await stages.good?.close();
  await stages.broken?.close();
});

it(
  `whatever is killed, and whenever: ${moments} moments`,
  async () => {
    const wrong: string[] = [];
    const counts: Record<string, number> = {};
    for (let moment = 0; moment < moments; moment += 1) {
      const kind = kinds[moment % kinds.length] ?? kinds[0];
      const stage = kind && stages[kind.wheel];
      if (!kind || !stage) throw new Error('no stage');
      const { told, faults } = await tryMoment(stage, kind);
      if (moment % 10 === 9) process.stdout.write(`${moment + 1} moments\n`);
      counts[told] = (counts[told] ?? 0) + 1;
      wrong.push(...faults.map((fault) => `moment ${moment} of seed ${seed}: ${fault}`));
      if (faults.length > 0) process.stdout.write(`${faults.join('\n')}\n`);
    }
    process.stdout.write(`${JSON.stringify(counts, null, 1)}\n`);
    expect(wrong.join('\n')).toBe('');
  },
  timeLimit,
);

async function tryMoment(stage: Stage, kind: Kind): Promise<{ told: string; faults: string[] }> {
  await stage.put(kind.from, { pip: true });
  const sandbox = await makeSandbox(stage.index, { ATTENTION_DOCTOR_HOME: stage.state });
  const { root } = stage.environment;
  const [event, most] = pick(kind.after);
  const victims = kind.words === 'fix' ? pick(['app', 'pip', 'both'] as const) : 'app';
  const after = Math.floor(random() * most);
  const next = pick(['rollback', 'fix'] as const);

  const first = startCli(sandbox, [kind.words, root, '--yes', '--json']);
  const pid = first.process.pid ?? 0;
  while (first.process.exitCode === null && !events[event](stage, pid)) await pause(1);
  await pause(after);
  const pips = victims === 'app' ? [] : await programsIn(join(stage.state, 'staging'));
  if (victims !== 'pip' || pips.length === 0) kill(pid);
  for (const each of pips) if (each !== pid) kill(each);
  const killed = await first.ended;

  let told = outcomeOf(await startCli(sandbox, [next, root, '--yes', '--json']).ended);
  // Where half a package cannot be planned for, a repair says what is to be done first.
  if (next === 'fix' && told === 'interrupted-repair')
    told = outcomeOf(await startCli(sandbox, ['rollback', root, '--yes', '--json']).ended);
  const found = await stage.isLike();
  const faults: string[] = [];
  const expected: Record<string, readonly string[]> = {
    restored: ['before'],
    'snapshot-unknown': ['before'],
    // A repair whose files are all there is kept at recovery; the next one is undone to that.
    undone: kind.wheel === 'broken' && next === 'fix' ? ['before', 'kept'] : ['before'],
    fixed: ['kept'],
    'nothing-to-do': ['kept'],
  };
  if (expected[told]?.includes(found) !== true) faults.push(`told ${told}, but it is ${found}`);
  const running = await programsLeft(stage.root);
  if (running.length > 0) faults.push(`still running: ${running.join(', ')}`);
  const staging = join(stage.state, 'staging');
  const staged = existsSync(staging) ? readdirSync(staging) : [];
  if (next === 'fix' && told !== 'restored' && staged.length > 0)
    faults.push(`staging holds ${staged.join(', ')}`);
  const how = `${kind.words} of a ${kind.wheel} wheel from ${kind.from}, ${victims} killed ${after} ms after ${event} (${outcomeOf(killed)}), then ${next}`;
  return {
    told: `${kind.from} ${kind.words}, ${next}: ${told}`,
    faults: faults.map((fault) => `${how}: ${fault}`),
  };
}

function outcomeOf(run: CliRun): string {
  if (run.stdout === '') return `exit ${run.exitCode}`;
  const document: unknown = JSON.parse(run.stdout);
  const told = valueAt(document, ['outcome']) ?? valueAt(document, ['problem', 'code']);
  return typeof told === 'string' ? told : `exit ${run.exitCode}`;
}

function pick<T>(all: readonly T[]): T {
  const chosen = all[Math.floor(random() * all.length)];
  if (chosen === undefined) throw new Error('nothing to choose from');
  return chosen;
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}

function names(stage: Stage): string[] {
  return readdirSync(stage.environment.sitePackages);
}

function lockOf(stage: Stage): string {
  const folder = stage.environment.sitePackages;
  return names(stage)
    .filter((name) => name.startsWith('.attention-doctor.lock'))
    .map((name) => readOrNothing(join(folder, name)))
    .join('\n');
}

function newestHead({ state }: Stage): string {
  const all = join(state, 'snapshots');
  if (!existsSync(all)) return '';
  return readdirSync(all)
    .flatMap((environment) =>
      readdirSync(join(all, environment)).map((id) =>
        readOrNothing(join(all, environment, id, 'manifest.json')),
      ),
    )
    .join('\n');
}

function readOrNothing(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}
