import { expect, it } from 'vitest';
import { createNodeSystem } from '../../../../electron/engine/machine/node-system.ts';
import type { System } from '../../../../electron/engine/machine/system.ts';
import { needsOf } from '../../../../electron/engine/planning/needs.ts';
import { fail } from '../../../../shared/problem.ts';

/** A machine whose folders lie on these drives; one that is not named is not there. */
function drives(devices: Record<string, string>): System {
  const system = createNodeSystem();
  const info: System['files']['info'] = async (path) => {
    const real = await system.files.info('/');
    const device = devices[path];
    return device === undefined || real === null ? null : { ...real, device };
  };
  const freeBytes = async (path: string): Promise<number> =>
    devices[path] === 'silent' ? fail('timed-out') : path.length;
  return { ...system, files: { ...system.files, info, freeBytes } };
}
const surroundings = { stateFolder: '/state', bytesPerSecond: 30 };

it('is told for the one drive that both lie on', async () => {
  const system = drives({ '/env': 'one', '/state': 'one' });
  expect(await needsOf(system, '/env', 100, surroundings)).toEqual({
    disks: [{ for: 'both', path: '/env', freeBytes: 4, bytes: 500 }],
    downloadSeconds: 4,
    bytesPerSecond: 30,
  });
});

it('is told for each of two drives', async () => {
  const system = drives({ '/env': 'one', '/state': 'two' });
  expect((await needsOf(system, '/env', 100, surroundings)).disks).toEqual([
    { for: 'environment', path: '/env', freeBytes: 4, bytes: 300 },
    { for: 'state', path: '/state', freeBytes: 6, bytes: 500 },
  ]);
});

it('says nothing that is not known', async () => {
  const system = drives({ '/env': 'silent' });
  const unmeasured = { ...surroundings, bytesPerSecond: null };
  expect(await needsOf(system, '/env', 100, unmeasured)).toEqual({
    disks: [
      { for: 'environment', path: '/env', freeBytes: null, bytes: 300 },
      { for: 'state', path: '/state', freeBytes: null, bytes: 500 },
    ],
    downloadSeconds: null,
    bytesPerSecond: null,
  });
  const unsized = await needsOf(drives({ '/env': 'a', '/state': 'a' }), '/env', null, surroundings);
  expect(unsized).toMatchObject({ disks: [{ for: 'both', bytes: null }], downloadSeconds: null });
});
