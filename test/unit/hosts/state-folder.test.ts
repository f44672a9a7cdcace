import { expect, it } from 'vitest';
import { stateFolder, type StateFolderSource } from '../../../electron/hosts/state-folder.ts';

it.each<[string, StateFolderSource, string]>([
  [
    'Windows',
    {
      platform: 'win32',
      environment: { LOCALAPPDATA: 'D:\\Users\\李\\AppData\\Local' },
      homeFolder: 'C:\\Users\\x',
    },
    'D:\\Users\\李\\AppData\\Local\\AttentionDoctor',
  ],
  [
    'Windows without the variable',
    { platform: 'win32', environment: {}, homeFolder: 'C:\\Users\\x' },
    'C:\\Users\\x\\AppData\\Local\\AttentionDoctor',
  ],
  [
    'macOS',
    { platform: 'darwin', environment: {}, homeFolder: '/Users/x' },
    '/Users/x/Library/Application Support/Attention Doctor',
  ],
  [
    'Linux',
    { platform: 'linux', environment: {}, homeFolder: '/home/x' },
    '/home/x/.local/share/attention-doctor',
  ],
  [
    'Linux with XDG',
    { platform: 'linux', environment: { XDG_DATA_HOME: '/data' }, homeFolder: '/home/x' },
    '/data/attention-doctor',
  ],
  [
    'a relative XDG folder, which the rules say to ignore',
    { platform: 'linux', environment: { XDG_DATA_HOME: 'data' }, homeFolder: '/home/x' },
    '/home/x/.local/share/attention-doctor',
  ],
  [
    'a chosen folder',
    {
      platform: 'linux',
      environment: { ATTENTION_DOCTOR_HOME: '/tmp/a b' },
      homeFolder: '/home/x',
    },
    '/tmp/a b',
  ],
  [
    'a chosen folder on Windows',
    {
      platform: 'win32',
      environment: { ATTENTION_DOCTOR_HOME: 'E:\\doctor\\' },
      homeFolder: 'C:\\',
    },
    'E:\\doctor\\',
  ],
])('%s', (_name, source, expected) => {
  expect(stateFolder(source)).toBe(expected.replace(/\\$/, ''));
});
