import { expect, test } from 'vitest';
import { isBelow } from '../../../../electron/engine/consent/below.ts';
import { mountOf, parseMountinfo } from '../../../../electron/engine/consent/mounts.ts';

test.each<['linux' | 'win32', string, string, boolean]>([
  ['linux', '/a/b', '/a', true],
  ['linux', '/a', '/a', true],
  ['linux', '/a', '/', true],
  ['linux', '/ab', '/a', false],
  ['linux', '/..a/b', '/', true],
  ['linux', '/a', '/a/b', false],
  ['linux', '/a', '', false],
  ['win32', 'c:\\USERS\\Public\\x', 'C:\\Users\\Public', true],
  ['win32', 'D:\\x', 'C:\\', false],
  ['win32', '\\\\nas\\share\\x', 'C:\\', false],
])('%s: %s below %s', (platform, location, folder, expected) => {
  expect(isBelow(platform, location, folder)).toBe(expected);
});

test('the innermost mount counts, and of two on one folder the last', () => {
  const mounts = parseMountinfo(`27 1 254:0 / / rw,relatime - ext4 /dev/vda rw
30 27 0:40 / /mnt/my\\040nas rw,relatime shared:7 - nfs4 nas:/export rw,vers=4.2
31 27 8:17 / /mnt/twice rw - ext4 /dev/sdb1 rw
32 31 0:41 / /mnt/twice rw - cifs //nas/share rw
rubbish
`);
  expect(mountOf(mounts, '/mnt/my nas/venv')).toEqual({
    folder: '/mnt/my nas',
    type: 'nfs4',
    source: 'nas:/export',
  });
  expect(mountOf(mounts, '/mnt/twice/venv')?.type).toBe('cifs');
  expect(mountOf(mounts, '/mnt/other')?.type).toBe('ext4');
  expect(mountOf([], '/')).toBeNull();
});
