import { expect, test } from 'vitest';
import { kindOfGiven } from '../../../shared/given-files.ts';

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
  'comfyui-2026.attention-doctor.zip',
])('%s is read', (name) => {
  expect(kindOfGiven(name)).toBe('log');
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
  expect(kindOfGiven(name)).toBe('install');
});

test.each(['model.safetensors', 'picture.PNG', 'xformers-0.0.30.whl'])(
  '%s holds no text',
  (name) => {
    expect(kindOfGiven(name)).toBe('no-text');
  },
);
