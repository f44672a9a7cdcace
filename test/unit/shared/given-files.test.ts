import { expect, test } from 'vitest';
import { isLog } from '../../../../renderer/store/dropped.ts';

function dropped(name: string, isFolder = false) {
  return { file: new File(['x'], name), isFolder };
}

test.each([
  'comfyui.log',
  'comfyui.prev.LOG',
  'comfyui.log.2',
  'error.txt',
  'python-error.txt',
  'build.err',
  'nohup.out',
  '日志.txt',
  'console',
  'report.md',
])('%s is read', (name) => {
  expect(isLog(dropped(name))).toBe(true);
});

test.each([
  'run_nvidia_gpu.bat',
  'start.SH',
  'start.command',
  'run.ps1',
  'main.py',
  'python.exe',
  'python',
  'python3.12',
])('%s means the install beside it', (name) => {
  expect(isLog(dropped(name))).toBe(false);
});

test('a folder is never a log, whatever its name', () => {
  expect(isLog(dropped('my.log', true))).toBe(false);
});
