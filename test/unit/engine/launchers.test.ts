import { describe, expect, it } from 'vitest';
import { flagsInScript } from '../../../electron/engine/discovery/launchers.ts';

describe('launch flags in a script', () => {
  it.each([
    [
      'a portable start',
      '.\\python_embeded\\python.exe -s ComfyUI\\main.py --windows-standalone-build\r\npause',
      ['--windows-standalone-build'],
    ],
    [
      'a quoted value',
      `python main.py --output-directory="D:\\my pictures" --listen`,
      ['--output-directory=D:\\my pictures', '--listen'],
    ],
    [
      'a quoted word',
      `python "main.py" --base-directory 'my data'`,
      ['--base-directory', 'my data'],
    ],
    [
      'a quote within quotes',
      `python main.py --base-dir '/home/say "cheese"/data' --input="it's here"`,
      ['--base-dir', '/home/say "cheese"/data', "--input=it's here"],
    ],
    [
      'a line that goes on',
      'python main.py ^\r\n --use-sage-attention\r\n',
      ['--use-sage-attention'],
    ],
    [
      'what a shell adds',
      'exec venv/bin/python main.py --lowvram "$@" > log.txt 2>&1',
      ['--lowvram'],
    ],
    ['no flags', 'python main.py', []],
    ['a comment', 'rem python main.py --cpu\r\n# python main.py --cpu', null],
    ['another program', 'python domain.py --cpu', null],
  ])('%s', (_, script, flags) => {
    expect(flagsInScript(script)).toEqual(flags);
  });
});
