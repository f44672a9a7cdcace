import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { System } from '../../electron/engine/machine/system.ts';
import { makeTemporaryFolder } from '../support/temporary-folders.ts';
import { chooseSeed, isLong, points, seeded, timeLimit } from './support/how-long.ts';
import { makeStates } from './support/make-states.ts';
import { createPowerLoss, losses, type Loss } from './support/power-loss.ts';
import { openStage, type Stage } from './support/stage.ts';
import { fixAnew, rollBackAnew, toldBy } from './support/way-back.ts';

const random = seeded(chooseSeed());
/** FAT, and many network disks. */
const withoutLinks = (system: System): System => ({
  ...system,
  files: { ...system.files, hardLink: async () => false },
});
const withLinks = (system: System): System => system;

type Run = typeof rollBackAnew;
type Cut = { at: number; loss: Loss };

/** Runs it until the power goes at the n-th flush; answers how many there were, and what was lost. */
async function runUntil(stage: Stage, run: Run, links: typeof withLinks, { at, loss }: Cut) {
  const aside = join(await makeTemporaryFolder('power'), 'aside');
  const power = createPowerLoss(stage.root, aside);
  await run(stage, {
    adjust: (system) => power.adjust(links(system)),
    begin: () => power.arm(at),
  }).catch(() => undefined);
  const lost = at === 0 ? [] : power.lose(loss, random);
  await rm(aside, { recursive: true, force: true });
  return { count: power.count(), lost };
}

async function tryCut(
  stage: Stage,
  from: string,
  run: Run,
  links: typeof withLinks,
  cut: Cut,
): Promise<string[]> {
  await stage.put(from, { pip: run === fixAnew });
  const { lost } = await runUntil(stage, run, links, cut);
  const damaged = await stage.isLike();
  const again = await rollBackAnew(stage);
  const told = toldBy(again);
  const end = await stage.isLike();
  const isGood = ['restored', 'snapshot-unknown'].includes(told) && end === 'before';
  // What was lost before anything was changed costs nothing.
  if (isGood) return [];
  return [
    `flush ${cut.at}, ${cut.loss}: ${told} ${JSON.stringify(again.problem)}`,
    `  before the way back: ${damaged}`,
    `  in the end: ${end}`,
    ...lost.slice(0, 12).map((each) => `  lost: ${each}`),
  ];
}

async function tryCuts(
  stage: Stage,
  from: string,
  run: Run,
  links: typeof withLinks,
  few: number,
): Promise<void> {
  await stage.put(from, { pip: run === fixAnew });
  const { count } = await runUntil(stage, run, links, { at: 0, loss: 'names' });
  expect(count).toBeGreaterThan(1);
  const wrong: string[] = [];
  const tried = points(count, few);
  for (const at of tried) {
    const chosen = isLong ? losses : losses.filter((_, index) => (at + index) % losses.length < 1);
    for (const loss of chosen) wrong.push(...(await tryCut(stage, from, run, links, { at, loss })));
  }
  process.stdout.write(
    `${from}: ${tried.length} of ${count} flushes, ${wrong.length} lines of complaints\n`,
  );
  expect(wrong.join('\n')).toBe('');
}

describe.each([
  ['with hard links', withLinks],
  ['where no hard links can be made', withoutLinks],
] as const)('the power goes, %s', (_, links) => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await openStage('good');
    await makeStates(stage, links);
  }, timeLimit);
  afterAll(() => stage.close());

  // A repair takes as long as all the rest.
  it.runIf(isLong || links === withLinks)(
    'in a repair: before or after, at each flush',
    () => tryCuts(stage, 'before', fixAnew, links, 2),
    timeLimit,
  );

  it.each([
    ['in the way back from a kept repair', 'kept', rollBackAnew, 3],
    ['in the way back from an interrupted one', 'installed', rollBackAnew, 2],
    ['in the way back from a half written one', 'writing', rollBackAnew, 2],
    ['in the way back from one that had only begun', 'removed', rollBackAnew, 2],
  ] as const)(
    '%s: before or after, at each flush',
    (_name, from, run, few) => tryCuts(stage, from, run, links, few),
    timeLimit,
  );
});
