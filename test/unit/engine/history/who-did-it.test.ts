import { describe, expect, it } from 'vitest';
import { makePaperHistory } from '../../../support/paper-history.ts';
import { toldHistories } from '../../../support/told-histories.ts';
import { untoldHistories } from '../../../support/untold-histories.ts';

const histories = [...toldHistories, ...untoldHistories];

describe('who did it', () => {
  it.each(histories)('$made: $by', async ({ how, by, candidates, of = 'torch', install }) => {
    const world = await makePaperHistory(install);
    await world.put('torch', '2.9.1+cu128', { minutes: 90_000, cuda: '12.8' });
    await world.put('numpy', '2.0.0', { minutes: 90_001 });
    await world.put('xformers', '0.0.33', { minutes: 90_002 });
    await world.put('pillow', '11.0.0', { minutes: 95_003 });
    await world.put('comfy-kitchen', '0.2.38', { minutes: 90_004 });
    await world.prove(10_000);
    const clock = { moved: false };
    await how({ ...world, setClock: (minutes) => ((clock.moved = true), world.setClock(minutes)) });
    const { drift } = clock.moved ? await world.look(1_000_000) : await world.look();
    const found = drift.find(({ name }) => name === of);
    expect(found).toBeDefined();
    expect(found?.by ? `${found.by.name} ${found.by.confidence}` : null).toBe(by);
    expect(found?.candidates?.map(({ name }) => name)).toEqual(candidates);
    if (found?.by) expect(found.by.evidence.length).toBeGreaterThan(0);
  });
});
