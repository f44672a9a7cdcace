import { describe, expect, it } from 'vitest';
import { analyse } from '../../../support/log-templates/analyse.ts';
import { usual, amd } from '../../../support/stated-machines.ts';

describe('a text of 2025 and 2026 in which nothing is wrong', () => {
  it.each([
    [
      'UserWarning: Flash attention has been runtime disabled. (Triggered internally at sdp_utils_cpp.h:1.)',
      usual,
    ],
    ['UserWarning: Memory Efficient attention has been runtime disabled.', usual],
    ['WARNING: You need pytorch with cu130 or higher to use optimized CUDA operations.', usual],
    ['comfy_kitchen does not support MXFP8, please update comfy_kitchen.', usual],
    ['Could not run flash attention, disabling it: HIP error: invalid device function', amd],
    [
      'UserWarning: Attempting to use hipBLASLt on an unsupported architecture! Overriding blas backend to hipblas',
      amd,
    ],
    [
      "Failed to import triton, Error: No module named 'triton', the comfy-kitchen triton backend will not be available.",
      usual,
    ],
    [
      "Found comfy_kitchen backend triton: {'available': False, 'disabled': True, 'unavailable_reason': \"ImportError: No module named 'triton'\", 'capabilities': []}",
      usual,
    ],
  ])('raises no alarm: %s', (text, machine) => {
    const log = `Using pytorch attention\n${text}\nStarting server`;
    expect(['healthy', 'benign']).toContain(analyse(log, machine).verdict);
  });
});

describe('what looks alike and has to do with something else', () => {
  it.each([
    [
      'a server of pictures that has no such file',
      'requests.exceptions.HTTPError: 404 Client Error: Not Found for url: https://example.org/models/a.safetensors',
    ],
    [
      'a server of node lists that refuses',
      'requests.exceptions.HTTPError: 403 Client Error: Forbidden for url: https://api.example.org/nodes',
    ],
    [
      "a custom node's own library",
      [
        'Traceback (most recent call last):',
        '  File "C:\\ComfyUI\\custom_nodes\\Some-Node\\native.py", line 4, in <module>',
        '  File "C:\\p\\Lib\\ctypes\\__init__.py", line 379, in __init__',
        'OSError: [WinError 193] %1 is not a valid Win32 application',
      ].join('\n'),
    ],
    [
      'a program that Python starts',
      [
        'Traceback (most recent call last):',
        '  File "C:\\p\\Lib\\subprocess.py", line 1456, in _execute_child',
        'OSError: [WinError 193] %1 is not a valid Win32 application',
      ].join('\n'),
    ],
    [
      'a build of a renderer',
      '/tmp/pip-req/renderer/texture.cpp:3:10: fatal error: cuda.h: No such file or directory',
    ],
  ])('%s', (_, text) => {
    const { verdict } = analyse(`Using pytorch attention\n${text}\nStarting server`, usual);
    expect(['problem', 'hardware_limit']).not.toContain(verdict);
  });
});
