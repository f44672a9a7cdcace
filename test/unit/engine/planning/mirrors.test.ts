import { describe, expect, it } from 'vitest';
import { chosenMirror, showMirrors } from '../../../../electron/engine/planning/mirrors.ts';
import { mirrors } from '../../../../electron/engine/knowledge/index-mirrors.ts';
import { createNodeSystem } from '../../../../electron/engine/machine/node-system.ts';
import { problemOf } from '../../../support/paper-environment.ts';

function trying(milliseconds: number | null) {
  const asked: [string, number][] = [];
  const system = {
    ...createNodeSystem(),
    fetchTime: async (url: string, timeLimit: number) => {
      asked.push([url, timeLimit]);
      return milliseconds;
    },
  };
  return { system, asked };
}

describe('the mirrors', () => {
  it('are listed without asking any of them', async () => {
    const { system, asked } = trying(5);
    expect(await showMirrors(system)).toEqual({ mirrors: [...mirrors], milliseconds: null });
    expect(asked).toEqual([]);
  });

  it('are tried one by one, by a page that each of them has', async () => {
    const { system, asked } = trying(420);
    expect((await showMirrors(system, 'aliyun')).milliseconds).toBe(420);
    expect(asked).toEqual([['https://mirrors.aliyun.com/pypi/simple/pip/', 8000]]);
    expect((await showMirrors(trying(null).system, 'tuna')).milliseconds).toBeNull();
    expect(await problemOf(showMirrors(system, 'nowhere'))).toMatchObject({
      code: 'mirror-unknown',
      params: { id: 'nowhere', known: expect.stringMatching(/^none, tuna, /) as string },
    });
  });
});

it('what was asked for counts before what was set once', async () => {
  expect(chosenMirror(undefined, null)).toBeNull();
  expect(chosenMirror(undefined, 'ustc')?.id).toBe('ustc');
  expect(chosenMirror('tuna', 'ustc')?.id).toBe('tuna');
  expect(chosenMirror('none', 'ustc')).toBeNull();
  // One that this version does not know any more is no reason to make no plan.
  expect(chosenMirror(undefined, 'gone')).toBeNull();
  const wrong = Promise.resolve().then(() => chosenMirror('gone', null));
  expect((await problemOf(wrong))?.code).toBe('mirror-unknown');
});
