import { expect, it } from 'vitest';
import { ifReachable } from '../../../../electron/engine/planning/resolve-attempt.ts';
import { fail, type Problem, type ProblemCode } from '../../../../shared/problem.ts';
import { problemOf } from '../../../support/paper-environment.ts';

it.each<[ProblemCode, number]>([
  ['index-unreachable', 1],
  ['download-stalled', 1],
  ['no-matching-wheel', 2],
])('after %s a computer is asked %i times', async (code, times) => {
  const ground = { unreachable: new Map<string, Problem>() };
  let asked = 0;
  const ask = (folder: string): Promise<Problem | null> =>
    problemOf(
      ifReachable(ground, { 'index-url': `https://a.example/whl/${folder}` }, async () => {
        asked += 1;
        await Promise.resolve();
        fail(code);
      }),
    );
  expect((await ask('cu128'))?.code).toBe(code);
  expect((await ask('cu130'))?.code).toBe(code);
  expect(asked).toBe(times);
});
