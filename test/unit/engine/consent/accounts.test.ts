import { expect, test } from 'vitest';
import { accountsOf } from '../../../../electron/engine/consent/accounts.ts';

const passwd = `root:x:0:0:root:/root:/bin/bash
mei:x:1000:1000:Mei:/home/mei:/bin/bash
bo:x:1001:100::/home/bo:/bin/sh
# a line that is none
`;
const group = `root:x:0:
mei:x:1000:
users:x:100:
art:x:1500:mei,root
studio:x:1600:mei,bo
empty:x:1700:
`;

test.each<[string, number, boolean]>([
  ['root', 0, false],
  ['a group of one’s own (umask 002)', 1000, false],
  ['the first group of somebody else', 100, true],
  ['members that are only the user and root', 1500, false],
  ['a member that is somebody else', 1600, true],
  ['no members', 1700, false],
  ['a group that no file has', 4242, true],
])('others in %s', (_, id, expected) => {
  expect(accountsOf('linux', 1000, passwd, group).othersIn(id)).toBe(expected);
});

test('a directory service: a group with the number of the user is the user’s own', () => {
  const { othersIn } = accountsOf('linux', 70123, passwd, group);
  expect([othersIn(70123), othersIn(70124)]).toEqual([false, true]);
});

test('macOS: administrators may do anything anyway, staff is everybody', () => {
  const { othersIn } = accountsOf('darwin', 501, 'root:*:0:0::/:/bin/sh\n', 'staff:*:20:root\n');
  expect([othersIn(80), othersIn(0), othersIn(20)]).toEqual([false, false, true]);
  expect(accountsOf('linux', 501, '', '').othersIn(80)).toBe(true);
});

test('users have names where a file has them', () => {
  const { nameOf } = accountsOf('linux', 1000, passwd, group);
  expect([nameOf(1001), nameOf(4242)]).toEqual(['bo', '4242']);
});
