import { describe, expect, test } from 'vitest';
import { diskOf } from '../../../../electron/engine/consent/disks.ts';
import { parseMountinfo } from '../../../../electron/engine/consent/mounts.ts';
import { makeShapedMachine } from '../../../support/shaped-machine.ts';

const mounts = parseMountinfo(`27 1 254:0 / / rw - ext4 /dev/nvme0n1p2 rw
28 27 8:1 / /mnt/models rw - ext4 /dev/sda1 rw
29 27 8:17 / /media/mei/STICK rw - exfat /dev/sdb1 rw
30 27 8:33 / /media/mei/SSD rw - ext4 /dev/sdc1 rw
31 27 253:1 / /mnt/vault rw - ext4 /dev/mapper/vault rw
32 27 0:50 / /mnt/nas rw - nfs4 nas:/x rw
33 27 0:51 / /mnt/share rw - cifs //nas/x rw
34 27 0:52 / /mnt/c rw - 9p drvfs rw
35 27 0:53 / /mnt/pool rw - zfs tank rw
36 27 0:54 / /tank rw - zfs tank rw
`);

/** The block devices of a computer, as /sys shows them. */
async function linuxMachine() {
  const machine = await makeShapedMachine({ platform: 'linux' });
  const devices: [string, string, string][] = [
    ['sda', '/sys/devices/pci0/ata1/block/sda', '0'],
    ['sdb', '/sys/devices/pci0/usb1/1-2/block/sdb', '1'],
    ['sdc', '/sys/devices/pci0/usb2/2-1/block/sdc', '0'],
  ];
  for (const [name, place, removable] of devices) {
    await machine.write(`${place}/removable`, `${removable}\n`);
    await machine.write(`${place}/${name}1/partition`, '1\n');
    await machine.link(`/sys/class/block/${name}1`, `${place}/${name}1`);
    await machine.write(`/dev/${name}1`);
  }
  const joined = '/sys/devices/virtual/block/dm-1';
  await machine.write(`${joined}/removable`, '0\n');
  await machine.link(`${joined}/slaves/sdb1`, '/sys/devices/pci0/usb1/1-2/block/sdb/sdb1');
  await machine.link('/sys/class/block/dm-1', joined);
  await machine.write('/dev/dm-1');
  await machine.link('/dev/mapper/vault', '/dev/dm-1');
  return machine.system;
}

describe('Linux', () => {
  test.each([
    ['/home/mei/venv/bin', 'fixed', '/', true],
    ['/mnt/models/venv/bin', 'fixed', '/mnt/models', true],
    ['/media/mei/STICK/venv/bin', 'removable', '/media/mei/STICK', true],
    ['/media/mei/SSD/venv/bin', 'removable', '/media/mei/SSD', true],
    ['/mnt/vault/venv/bin', 'removable', '/mnt/vault', true],
    ['/mnt/nas/venv/bin', 'network', '/mnt/nas', true],
    ['/mnt/share/venv/bin', 'network', '/mnt/share', false],
    ['/mnt/c/venv/bin', 'network', '/mnt/c', false],
    // No device to ask: the place decides.
    ['/mnt/pool/venv/bin', 'removable', '/mnt/pool', true],
    ['/tank/venv/bin', 'unknown', '/tank', true],
  ])('%s lies on a %s disk', async (location, kind, name, modesKept) => {
    const system = await linuxMachine();
    expect(await diskOf(system, mounts, location)).toEqual({ kind, name, modesKept });
  });

  test('a computer that tells nothing', async () => {
    const { system } = await makeShapedMachine({ platform: 'linux' });
    expect(await diskOf(system, [], '/x')).toMatchObject({ kind: 'unknown' });
  });
});

test.each([
  ['win32', 'C:\\Users\\mei\\venv', 'unknown', 'C:\\'],
  ['win32', '\\\\?\\D:\\ComfyUI', 'unknown', '\\\\?\\D:\\'],
  ['win32', '\\\\nas\\ai\\ComfyUI', 'network', '\\\\nas\\ai'],
  ['win32', '\\\\?\\UNC\\nas\\ai\\ComfyUI', 'network', '\\\\nas\\ai'],
  ['win32', '\\\\wsl.localhost\\Ubuntu\\home', 'network', '\\\\wsl.localhost\\Ubuntu'],
  ['darwin', '/Volumes/Big Disk/venv', 'removable', '/Volumes/Big Disk'],
  ['darwin', '/Users/mei/venv', 'fixed', '/'],
] as const)('%s: %s lies on a %s disk', async (platform, location, kind, name) => {
  const { system } = await makeShapedMachine({ platform });
  expect(await diskOf(system, [], location)).toMatchObject({ kind, name });
});
