import fc from 'fast-check';
import { expect, it } from 'vitest';
import { compare, satisfies } from '../../../../electron/engine/knowledge/versions.ts';
import { cases } from '../../../support/fuzz.ts';
import { analyse } from '../../../support/log-templates/analyse.ts';

it('versions are compared as pip does, and what is none is the oldest', () => {
  expect([compare('2.9.1', '2.10'), compare('2.10', '2.9.1'), compare('2.9', '2.9.0')]).toEqual([
    -1, 1, 0,
  ]);
  expect([compare('A.9', '0.0.1'), compare('0.0.1', ''), compare('A', 'B')]).toEqual([-1, 1, 0]);
  expect([satisfies('2.9.1', '>=2.6'), satisfies('A.9.1', '>=0'), satisfies('', '')]).toEqual([
    ...[true, false, false],
  ]);
});

it('whatever stands for a version, or what is asked of one, is an answer', () => {
  const version = fc.oneof(fc.string(), fc.stringMatching(/^[\d.a-z+!-]{0,12}$/));
  const asked = fc.oneof(fc.string(), fc.stringMatching(/^[<>=!~]{0,3}[\d.a-z*+]{0,8}$/));
  const property = fc.property(version, version, asked, (one, other, specifier) => {
    expect(compare(one, other) + compare(other, one)).toBe(0);
    satisfies(one, specifier);
  });
  fc.assert(property, cases(300, 100_000));
});

it('a log that names what is no version is read', () => {
  const log =
    "WARNING[XFORMERS]: xFormers can't load C++/CUDA extensions. xFormers was built for:\n    PyTorch 2.7.1+cu128 with CUDA 1208 (you have A.9.1+cu130)\n";
  expect(analyse(log).findings.length).toBeGreaterThan(0);
});
