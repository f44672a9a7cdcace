import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  createFaults,
  reading,
  writing,
  type Arming,
  type ErrorCode,
} from './support/faulty-system.ts';
import { isLong, points, timeLimit } from './support/how-long.ts';
import { makeStates } from './support/make-states.ts';
import { openStage, type Stage } from './support/stage.ts';
import { fixAnew, rollBackAnew, toldBy } from './support/way-back.ts';

/** A lock that could not be removed waits for the next change. */
const ownLock = /^as before, but:\n\+ file .*\/\.attention-doctor\.lock\.\d+$/;
type Act = (stage: Stage, arming: Arming) => Promise<Struck>;
type Struck = { told: string; problem: string; count: number; failed: string[] };

/** Runs it with a fault; `at: 0` only counts. */
function actWith(run: typeof fixAnew): Act {
  return async (stage, arming) => {
    const faults = createFaults([stage.state, stage.environment.root]);
    let lifted = { count: 0, failed: [] as string[] };
    const state = await run(stage, {
      adjust: faults.adjust,
      begin: () => faults.arm(arming),
      end: () => {
        lifted = faults.lift();
      },
    });
    return { told: toldBy(state), problem: JSON.stringify(state.problem), ...lifted };
  };
}
const rollBackWith = actWith(rollBackAnew);
const fixWith = actWith(fixAnew);

/** Which error the n-th one is, and whether it stays: all of them in the long run of a flow. */
function armingOf(at: number, kind: 'writing' | 'reading'): Arming {
  const errors: readonly ErrorCode[] =
    kind === 'writing' ? ['ENOSPC', 'EIO', 'EACCES'] : ['EIO', 'EACCES'];
  const error = errors[at % errors.length] ?? 'EIO';
  const forEver = Math.floor(at / errors.length) % 2 === 1;
  return { at, operations: kind === 'writing' ? writing : reading, error, forEver };
}

/** One point: the fault, what was told of it, the way back, and how all is in the end. */
async function tryPoint(stage: Stage, from: string, act: Act, arming: Arming): Promise<string[]> {
  await stage.put(from, { pip: act === fixWith });
  const struck = await act(stage, arming);
  const wrong: string[] = [];
  const place = `${arming.at} ${arming.error}${arming.forEver ? ' for ever' : ''} ${struck.failed[0] ?? 'never'}: ${struck.told} ${struck.problem}`;
  const say = (what: string): void => void wrong.push(`${place}\n  ${what}`);

  const now = (await stage.isLike()).replace(ownLock, 'before');
  const expected: Record<string, string> = {
    fixed: 'kept',
    undone: 'before',
    cancelled: 'before',
    restored: 'before',
  };
  const wanted = expected[struck.told];
  if (wanted !== undefined && now !== wanted) say(`at once it is not ${wanted}: ${now}`);
  const again = await rollBackAnew(stage);
  const told = toldBy(again);
  if (!['restored', 'snapshot-unknown'].includes(told))
    say(`the way back said ${told} ${JSON.stringify(again.problem)}`);
  const end = (await stage.isLike()).replace(ownLock, 'before');
  if (end !== 'before') say(`after the way back (${told}) it is ${end}`);
  return wrong;
}

async function tryAll(
  stage: Stage,
  from: string,
  act: Act,
  kind: 'writing' | 'reading',
  few: number,
) {
  await stage.put(from, { pip: act === fixWith });
  const operations = kind === 'writing' ? writing : reading;
  const { count } = await act(stage, { at: 0, operations });
  expect(count).toBeGreaterThan(10);
  const wrong: string[] = [];
  const tried = points(count, few);
  for (const at of tried) wrong.push(...(await tryPoint(stage, from, act, armingOf(at, kind))));
  process.stdout.write(
    `${from}, ${kind}: ${tried.length} of ${count} points, ${wrong.length} complaints\n`,
  );
  expect(wrong.join('\n')).toBe('');
}

describe.each(['good', 'broken'] as const)('with a %s wheel', (wheel) => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await openStage(wheel);
    await makeStates(stage);
  }, timeLimit);
  afterAll(() => stage.close());

  it.each(isLong ? (['writing', 'reading'] as const) : (['writing'] as const))(
    'the repair ends before or after, whichever file operation fails: %s',
    async (kind) => {
      await tryAll(stage, 'before', fixWith, kind, 2);
    },
    timeLimit,
  );

  it.runIf(wheel === 'good').each([
    ['kept', 'writing', 3],
    ['kept', 'reading', 3],
    ['installed', 'writing', 3],
    ['installed', 'reading', 1],
    ['writing', 'writing', 3],
    ['writing', 'reading', 1],
    ['removed', 'writing', 3],
    ['removed', 'reading', 1],
  ] as const)(
    'the way back from %s is never lost, whichever file operation fails: %s',
    async (from, kind, few) => {
      await tryAll(stage, from, rollBackWith, kind, few);
    },
    timeLimit,
  );
});
