import { expect, it } from 'vitest';
import {
  knownFlags,
  testFolders,
  testStart,
} from '../../../../electron/engine/launch/test-start.ts';

const declared = `
parser.add_argument("--listen", type=str, default="127.0.0.1", nargs="?")
parser.add_argument("--port", type=int, default=8188)
parser.add_argument('--user-directory', type=is_valid_directory)
parser.add_argument("--output-directory", type=str)
parser.add_argument("--disable-all-custom-nodes", action="store_true")
parser.add_argument("--quick-test-for-ci", action="store_true")
cm_group.add_argument("--cpu", action="store_true")
attn_group.add_argument("--use-sage-attention", action="store_true")
`;
const known = knownFlags(declared);
const folders = testFolders('/state/staging/id-1');
const start = (flags: string[], cpu = false) =>
  testStart(flags, known, { folders, port: 50000, cpu });

it('keeps what is said of attention and memory, and sets its own folders', () => {
  const own = ['--use-sage-attention', '--lowvram', '--reserve-vram', '2'];
  expect(start(own)).toEqual([
    ...own,
    '--quick-test-for-ci',
    '--disable-all-custom-nodes',
    ...['--port', '50000'],
    ...['--user-directory', '/state/staging/id-1/user'],
    ...['--output-directory', '/state/staging/id-1/output'],
  ]);
});

it('leaves out what would open something or write elsewhere', () => {
  const words = start([
    ...['--listen', '0.0.0.0', '--port', '8188', '--output-directory=/home/mei/pictures'],
    ...['--user-directory', '/home/mei/user', '--auto-launch', '--windows-standalone-build'],
    ...['--listen', '--fast'],
  ]);
  expect(words?.filter((each) => /mei|8188|0\.0\.0|auto|standalone/.test(each))).toEqual([]);
  expect(words?.[0]).toBe('--fast');
});

it('leaves the graphics card alone where there is none, and says so once', () => {
  expect(start([], true)?.filter((each) => each === '--cpu')).toHaveLength(1);
  expect(start(['--cpu'], true)?.filter((each) => each === '--cpu')).toHaveLength(1);
  expect(start([])).not.toContain('--cpu');
});

it('is none where this version cannot end by itself', () => {
  const old = knownFlags('parser.add_argument("--port")');
  expect(testStart([], old, { folders, port: 1, cpu: false })).toBeNull();
});

it('waits for work where it is to listen, and keeps the pictures that a workflow begins with', () => {
  const words = testStart(['--listen', '0.0.0.0', '--input-directory', '/home/mei/input'], known, {
    ...{ folders, port: 50000, cpu: false },
    listens: true,
  });
  expect(words).toEqual([
    ...['--input-directory', '/home/mei/input', '--disable-all-custom-nodes'],
    ...['--port', '50000'],
    ...['--user-directory', '/state/staging/id-1/user'],
    ...['--output-directory', '/state/staging/id-1/output'],
  ]);
});
