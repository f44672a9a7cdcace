import { describe, expect, it } from 'vitest';
import { brokenBy } from '../../../../electron/engine/planning/reverse-dependencies.ts';
import type { Requirement } from '../../../../electron/engine/packages/requirements-here.ts';

describe('what a change breaks', () => {
  const broken = (from: string | null, to: string | null, asked: Partial<Requirement>) =>
    brokenBy(
      [{ name: 'torch', from, to }],
      [{ by: 'x', name: 'torch', specifier: '==2.6.0', ...asked }],
    ).length > 0;

  it.each<[string, string | null, string | null, Partial<Requirement>, boolean]>([
    ['was met and is not any more', '2.6.0', '2.7.0', {}, true],
    ['is met still', '2.6.0', '2.7.0', { specifier: '>=2.6' }, false],
    ['is met by the number without its build', '2.6.0+cu124', '2.6.0+cu126', {}, false],
    ['is that of a version that cannot be read', 'unknown', '2.7.0', {}, false],
    ['was not met before', '2.5.0', '2.7.0', {}, false],
    ['was not there before', null, '2.7.0', {}, false],
    ['is taken out', '2.6.0', null, {}, true],
    ['asks for any version', '2.6.0', '2.7.0', { specifier: '' }, false],
    ['asks for any version of what is taken out', '2.6.0', null, { specifier: '' }, false],
    ['asks for something else', '2.6.0', '2.7.0', { name: 'numpy' }, false],
    ['is that of a package that moves, too', '2.6.0', '2.7.0', { by: 'torch' }, false],
    ['cannot be read', '2.6.0', '2.7.0', { specifier: 'as new as can be' }, false],
  ])('a requirement that %s', (_, from, to, asked, expected) => {
    expect(broken(from, to, asked)).toBe(expected);
  });

  it('is told of every package', () => {
    const changes = [
      { name: 'torch', from: '2.6.0', to: '2.7.0' },
      { name: 'numpy', from: '1.26', to: '2.0' },
    ];
    const requirements = [
      { by: 'x', name: 'torch', specifier: '<2.7' },
      { by: 'y', name: 'numpy', specifier: '<3' },
      { by: 'z', name: 'numpy', specifier: '<2' },
    ];
    expect(brokenBy(changes, requirements).map((each) => each.by)).toEqual(['x', 'z']);
  });
});
