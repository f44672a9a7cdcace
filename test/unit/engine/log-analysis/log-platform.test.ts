import { describe, expect, it } from 'vitest';
import { platformOf } from '../../../../electron/engine/log-analysis/log-platform.ts';
import { readText } from '../../../../electron/engine/logs/read-log.ts';
import type { Platform } from '../../../../shared/facts.ts';

const byStatement: Readonly<Record<Platform, readonly string[]>> = {
  win32: ['Windows 11', 'Windows-10-10.0.22631-SP0', 'Win11', 'win 10', 'win32', 'nt'],
  linux: [
    'Ubuntu 24.04',
    'Windows 11, WSL2',
    'Arch Linux',
    'Arch',
    'Linux Mint 22',
    'CachyOS',
    'Google Colab',
    'Docker on Windows',
  ],
  darwin: ['macOS 15.2', 'Mac OS X 13', 'Darwin', 'Mac Studio'],
};
const byLines: Readonly<Record<Platform, readonly string[]>> = {
  win32: [
    'Platform: Windows',
    'OS: Microsoft Windows 11 Pro (10.0.26100 64-bit)',
    '- **OS:** nt',
    'ImportError: DLL load failed while importing _fused: from "D:\\ComfyUI\\venv"',
    '  File "C:\\ComfyUI\\venv\\Lib\\site-packages\\xformers\\ops\\fmha\\dispatch.py", line 5',
    'ERROR: [WinError 5] Access is denied',
  ],
  linux: [
    'Platform: Linux',
    'OS: Ubuntu 22.04.4 LTS (x86_64)',
    '- **OS:** posix',
    '  File "/home/me/venv/lib/python3.12/site-packages/xformers/ops/fmha/dispatch.py", line 5',
    'ImportError: libcudart.so.12: cannot open shared object file: No such file or directory',
  ],
  darwin: [
    'Platform: Darwin',
    'OS: macOS 15.2 (arm64)',
    '  File "/Users/me/ComfyUI/.venv/lib/python3.11/site-packages/xformers/ops/fmha/dispatch.py"',
    '- **OS:** posix\n  File "/Users/me/ComfyUI/venv/lib/python3.11/site-packages/xformers/__init__.py"',
  ],
};

describe('the system that printed a log', () => {
  it.each(Object.entries(byStatement))('is %s, as its owner says', (platform, statements) => {
    for (const os of statements) expect(platformOf([], { os }), os).toBe(platform);
  });

  it.each(Object.entries(byLines))('is %s, as its lines say', (platform, texts) => {
    for (const text of texts) {
      const { said } = readText(text);
      expect(said.length, text).toBeGreaterThan(0);
      expect(platformOf(said, null), text).toBe(platform);
    }
  });

  it('is what the log names before what paths look like', () => {
    const { said } = readText('Platform: Windows\nfile /home/me/xformers/ops/fmha.py');
    expect(platformOf(said, null)).toBe('win32');
  });

  it('is unknown where nothing tells', () => {
    expect(platformOf([], null)).toBeNull();
    expect(platformOf([], { os: 'the usual one' })).toBeNull();
    const { said } = readText('Using xformers attention\nhttps://example.org/a');
    expect(platformOf(said, { gpu: 'RTX 3060' })).toBeNull();
  });
});
