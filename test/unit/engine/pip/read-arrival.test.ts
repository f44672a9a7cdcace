import { expect, it } from 'vitest';
import { createArrivalReader, isCount } from '../../../../electron/engine/pip/read-arrival.ts';

it('reads what pip says while it fetches', () => {
  const read = createArrivalReader();
  const told = [
    'Looking in indexes: https://pypi.org/simple',
    'Collecting torch==2.9.1',
    '  Downloading torch-2.9.1.whl.metadata (30 kB)',
    '  Downloading https://d.example/whl/torch-2.9.1%2Bcu130.whl?x=1 (2.0 MB)',
    'Progress 0 of 2000000',
    'Progress 1048576 of 2000000',
    '  WARNING: Connection interrupted while downloading.',
    'Resuming download torch-2.9.1%2Bcu130.whl (1.0 MB/2.0 MB)',
    'Progress 1048576 of 2000000',
    'Using cached numpy-1.26.4.whl (18.0 MB)',
    'Downloading sympy-1.14.0.whl (6.3 MB)',
    'Progress 5 of 0',
    'Saved ./wheels/sympy-1.14.0.whl',
  ].flatMap((line) => read(line) ?? []);
  const torch = { file: 'torch-2.9.1+cu130.whl', total: 2_000_000, cached: false };
  expect(told).toEqual([
    { ...torch, done: 0, total: null },
    { ...torch, done: 0 },
    { ...torch, done: 1_048_576 },
    { ...torch, done: 1_048_576 },
    { file: 'numpy-1.26.4.whl', done: 0, total: null, cached: true },
    { file: 'sympy-1.14.0.whl', done: 0, total: null, cached: false },
    { file: 'sympy-1.14.0.whl', done: 5, total: null, cached: false },
  ]);
  expect(['Progress 1 of 2', 'Progress 1 of', 'x Progress 1 of 2'].map(isCount)).toEqual([
    true,
    false,
    false,
  ]);
});
