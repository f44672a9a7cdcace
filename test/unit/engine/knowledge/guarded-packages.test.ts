import { expect, it } from 'vitest';
import {
  guardsFor,
  isGuarded,
  namesForManager,
} from '../../../../electron/engine/knowledge/guarded-packages.ts';

const installed = [
  { name: 'torch', version: '2.9.1' },
  { name: 'xformers', version: '0.0.33.post2' },
  { name: 'flash-attn', version: '2.8.3+cu12torch2.9' },
  { name: 'numpy', version: '1.26.4' },
  { name: 'triton', version: 'broken' },
  { name: 'pillow', version: '12' },
];

it('keeps builds to the letter, and of NumPy the major number', () => {
  expect(guardsFor(installed)).toEqual([
    { name: 'torch', specifier: '===2.9.1' },
    { name: 'xformers', specifier: '===0.0.33.post2' },
    { name: 'flash-attn', specifier: '==2.8.3+cu12torch2.9' },
    { name: 'numpy', specifier: '>=1,<2' },
  ]);
  expect([isGuarded('numpy'), isGuarded('pillow')]).toEqual([true, false]);
});

it('tells ComfyUI-Manager what it does not leave alone by itself', () => {
  const guards = guardsFor(installed);
  expect(namesForManager(guards, 'blacklist')).toEqual(['xformers', 'flash-attn']);
  expect(namesForManager(guards, 'downgrade')).toEqual(['numpy']);
});
