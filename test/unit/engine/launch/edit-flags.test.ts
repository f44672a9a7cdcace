import { describe, expect, it } from 'vitest';
import { editFlags } from '../../../../electron/engine/launch/edit-flags.ts';

const add = ['--use-pytorch-cross-attention'];
const remove = ['--use-sage-attention', '--use-flash-attention', '--use-split-cross-attention'];

function edited(file: string, text: string, encoding: BufferEncoding = 'utf8'): string | null {
  const bytes = editFlags(file, new Uint8Array(Buffer.from(text, encoding)), { add, remove });
  return bytes && Buffer.from(bytes).toString(encoding);
}

describe('a start script', () => {
  it.each([
    [
      'run_nvidia_gpu.bat',
      '.\\python_embeded\\python.exe -s ComfyUI\\main.py --windows-standalone-build\r\npause\r\n',
      '.\\python_embeded\\python.exe -s ComfyUI\\main.py --use-pytorch-cross-attention --windows-standalone-build\r\npause\r\n',
    ],
    [
      'run.bat',
      'python "D:\\My AI\\main.py" --use-sage-attention --listen\r\n',
      'python "D:\\My AI\\main.py" --use-pytorch-cross-attention --listen\r\n',
    ],
    [
      'run.sh',
      'cd x && python main.py --use-sage\n',
      'cd x && python main.py --use-pytorch-cross-attention\n',
    ],
    [
      'run.sh',
      '#!/bin/sh\nARGS="--use-sage-attention --port 1"\nexec python main.py $ARGS\n',
      '#!/bin/sh\nARGS="--port 1"\nexec python main.py --use-pytorch-cross-attention $ARGS\n',
    ],
    [
      'run.bat',
      'python main.py ^\r\n  --use-sage-attention ^\r\n  --listen\r\n',
      'python main.py --use-pytorch-cross-attention ^\r\n ^\r\n  --listen\r\n',
    ],
    ['run.ps1', '& python main.py\n', '& python main.py --use-pytorch-cross-attention\n'],
    [
      'run.sh',
      '# python main.py --old\necho main.py\npython main.py\n',
      '# python main.py --old\necho main.py\npython main.py --use-pytorch-cross-attention\n',
    ],
    [
      'run.sh',
      'python main.py --use-pytorch-cross-attention\n',
      'python main.py --use-pytorch-cross-attention\n',
    ],
  ])('%s gets the flag and loses the others', (file, before, after) => {
    expect(edited(file, before)).toBe(after);
  });

  it('keeps every other byte: code pages, marks, line ends, no end of line', () => {
    const chinese = Buffer.from([0xc6, 0xf4, 0xb6, 0xaf, 0x5c, 0x7c]).toString('latin1');
    const text = `rem ${chinese}\r\npython main.py --use-sage-attention\r\nrem ${chinese}`;
    const expected = text.replace('--use-sage-attention', add[0] ?? '');
    expect(edited('run.bat', text, 'latin1')).toBe(expected);
    const marked = '\uFEFFpython main.py\n';
    expect(edited('run.ps1', marked)).toBe(`\uFEFFpython main.py ${add[0] ?? ''}\n`);
    expect(edited('run.ps1', '\uFEFFpython main.py', 'utf16le')).toBe(
      `\uFEFFpython main.py ${add[0] ?? ''}`,
    );
  });

  it.each([
    ['that starts something else', 'run.bat', 'python other.py\r\n'],
    [
      'whose flags come from elsewhere',
      'run.sh',
      'A=--use-sage-attention=yes\npython main.py $A\n',
    ],
  ])('%s is left alone', (_, file, text) => {
    expect(edited(file, text)).toBeNull();
  });
});
