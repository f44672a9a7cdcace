import { expect, it } from 'vitest';
import { createNodeSystem } from '../../../../electron/engine/machine/node-system.ts';
import type { System } from '../../../../electron/engine/machine/system.ts';
import { torchIndexUrl, withCredentials } from '../../../../electron/engine/pip/torch-index.ts';

/** A machine whose user named this mirror. */
function mirroredBy(mirror?: string): System {
  const environment = mirror === undefined ? {} : { ATTENTION_DOCTOR_TORCH_INDEX: mirror };
  return { ...createNodeSystem(), environment };
}
const official = 'https://download.pytorch.org/whl/cu128';

it.each<[string | undefined, string]>([
  [undefined, official],
  ['', official],
  ['https://mirror.example/whl', 'https://mirror.example/whl/cu128'],
  ['https://mirror.example/whl//', 'https://mirror.example/whl/cu128'],
  ['https://me:secret@mirror.example', 'https://me:secret@mirror.example/cu128'],
])('with the mirror %j the index is %s', (mirror, url) => {
  expect(torchIndexUrl(mirroredBy(mirror), 'cu128')).toBe(url);
});

it.each([
  ['https://mirror.example/whl/cu128', 'https://me:secret@mirror.example/whl/cu128'],
  ['https://mirror.example/whl-2/cu128', 'https://mirror.example/whl-2/cu128'],
  ['https://other.example/whl/cu128', 'https://other.example/whl/cu128'],
  ['https://mirror.example/whl', 'https://mirror.example/whl'],
])('%s, as a plan shows it, is asked as %s', (shown, asked) => {
  const system = mirroredBy('https://me:secret@mirror.example/whl/');
  expect(withCredentials(system, shown)).toBe(asked);
});

it('without a password is asked as it is shown', () => {
  expect(withCredentials(mirroredBy(), official)).toBe(official);
});
