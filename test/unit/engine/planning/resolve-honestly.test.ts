import { describe, expect, it } from 'vitest';
import { wheelsOf } from '../../../../electron/engine/planning/resolve.ts';
import { problemOf } from '../../../support/paper-environment.ts';
import { reported, type PaperIndex } from '../../../support/paper-index.ts';
import { attempt, fromTorch, resolving, unreachable } from '../../../support/paper-resolve.ts';

describe('what an index gives', () => {
  it('is not “nothing to do” while a better one could not be asked for', async () => {
    const attempts = [attempt('a', fromTorch('cu124')), attempt('b')];
    const find: PaperIndex['find'] = ({ requirements }) =>
      requirements[0] === 'a' ? unreachable : [];
    expect((await problemOf(resolving(attempts, { find }).resolved))?.code).toBe(
      'index-unreachable',
    );
    expect(wheelsOf(await resolving(attempts.slice(1), { find }).resolved)).toEqual([]);
  });

  it('is another build of torch than was meant under the bare number, and left', async () => {
    const find = (version: string) => () => [reported('torch', version)];
    const meant = attempt('torch==2.11.*', { torchVariant: 'cu130' });
    for (const version of ['2.11.0', '2.11.0+cu130'])
      expect(wheelsOf(await resolving([meant], { find: find(version) }).resolved)).toHaveLength(1);
    const { resolved } = resolving([meant], { find: find('2.11.0+cpu') });
    expect((await problemOf(resolved))?.code).toBe('no-matching-wheel');
  });
});
