import { expect, it } from 'vitest';
import { entryPointsOf } from '../../../../electron/engine/repair/entry-points.ts';

it('reads the programs of both sections and of no other', () => {
  const text = [
    'before = a:b',
    '[ console_scripts ]',
    'run = package.module:main',
    'odd name-1.0=p_1:deep.inner [extra]',
    '',
    '# off = a:b',
    '; off = a:b',
    ' spaced   =   p  :  go',
    'no colon = package',
    '[x = a:b',
    '= a:b',
    '[other.plugins]',
    'not = one:of',
    '  [gui_scripts]  ',
    'window = p.gui:Start',
    'after] = p:x',
  ].join('\r\n');
  expect(entryPointsOf(text)).toEqual([
    { name: 'run', words: 'from package.module import main' },
    { name: 'odd name-1.0', words: 'from p_1 import deep' },
    { name: 'spaced', words: 'from p import go' },
    { name: 'window', words: 'from p.gui import Start' },
    { name: 'after]', words: 'from p import x' },
  ]);
});

it('parts lines with and without a carriage return, and takes words around a section for none', () => {
  expect(entryPointsOf('[console_scripts]\na = b:c\nd = e:f')).toHaveLength(2);
  expect(entryPointsOf('x [console_scripts]\na = b:c')).toEqual([]);
  expect(entryPointsOf('[console_scripts] x\na = b:c')).toEqual([]);
  expect(entryPointsOf('')).toEqual([]);
});
