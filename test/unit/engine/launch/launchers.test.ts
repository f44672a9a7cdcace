import { describe, expect, it } from 'vitest';
import { flagsInScript } from '../../../../electron/engine/launch/launchers.ts';

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
      'what a shell adds',
      'exec venv/bin/python main.py --lowvram "$@" > log.txt 2>&1',
      ['--lowvram'],
    ],
    ['no flags', 'python main.py', []],
    ['a comment', '# python main.py --cpu', null],
    ['another program', 'python domain.py --cpu', null],
  ])('%s', (_, script, flags) => {
    const dialect = script.includes('\\') ? 'batch' : 'shell';
    expect(flagsInScript(script, dialect)).toEqual(flags);
  });
});

const python = '.\\python_embeded\\python.exe -s';
const batch = (...lines: string[]): string => lines.join('\r\n');

describe('launch flags of a batch file', () => {
  it.each<[string, string, string[] | null]>([
    ['goes on', batch('python main.py ^', ' --use-sage-attention'), ['--use-sage-attention']],
    [
      'sets them before',
      batch('set ARGS=--fast --listen', 'python main.py %ARGS%'),
      ['--fast', '--listen'],
    ],
    ['sets them in quotes', batch('set "A=--fast"', 'python main.py %a%'), ['--fast']],
    [
      'fills in late',
      batch('setlocal EnableDelayedExpansion', 'set A=--fast', 'python main.py !A!'),
      ['--fast'],
    ],
    [
      'adds to them',
      batch('set A=--fast', 'set A=%A% --listen', 'python main.py %A%'),
      ['--fast', '--listen'],
    ],
    [
      'sets its programs',
      batch('set PY=p.exe', 'set UI=%~dp0ComfyUI', '"%PY%" "%UI%\\main.py" --fast'),
      ['--fast'],
    ],
    ['sets none of them', batch('python main.py %NOBODY% --fast %*'), ['--fast']],
    ['asks for them', batch('set /p A=which?', 'python main.py --fast %A% %1'), ['--fast']],
    [
      'changes them on request',
      batch('set A=--fast', 'if "%1"=="cpu" set A=--cpu', 'python main.py %A%'),
      ['--fast'],
    ],
    [
      'has a default',
      batch('if not defined A (', '  set A=--fast', ')', 'python main.py %A%'),
      ['--fast'],
    ],
    [
      'prints a menu',
      batch('echo 1. main.py --cpu', `${python} ComfyUI\\main.py --fast`),
      ['--fast'],
    ],
    ['has a note behind', batch('python main.py --fast &rem --cpu'), ['--fast']],
    ['has a note before', batch('rem python main.py --cpu', '::python main.py --cpu'), null],
    [
      'looks for it first',
      batch('if not exist ComfyUI\\main.py goto end', 'python main.py --fast'),
      ['--fast'],
    ],
    [
      'has two ways',
      batch('if "%1"=="1" (python main.py --fast) else (python main.py --cpu)'),
      ['--fast'],
    ],
    [
      'has a folder that ends in a backslash',
      batch('cd C:\\ComfyUI\\', 'python main.py --fast'),
      ['--fast'],
    ],
    ['writes it in capitals', batch('PYTHON.EXE COMFYUI\\MAIN.PY --fast'), ['--fast']],
    ['logs', batch('python main.py --fast >log.txt 2>&1'), ['--fast']],
    ['opens another window', batch('start cmd /k "python main.py --fast"'), ['--fast']],
    [
      'keeps brackets of a path',
      batch('set D=C:\\Program Files (x86)\\d', 'python main.py --base-directory "%D%"'),
      ['--base-directory', 'C:\\Program Files (x86)\\d'],
    ],
  ])('that %s', (_, script, flags) => {
    expect(flagsInScript(script, 'batch')).toEqual(flags);
  });
});

describe('launch flags of a shell script', () => {
  it.each<[string, string, string[] | null]>([
    ['sets them', 'ARGS="--fast --listen"\npython main.py $ARGS', ['--fast', '--listen']],
    ['exports them', 'export ARGS=\'--fast\'\npython main.py ${ARGS} "$@"', ['--fast']],
    [
      'lists them',
      'ARGS=(\n  --fast # quicker\n  --base-directory "my data"\n)\nARGS+=(--listen)\nexec python main.py "${ARGS[@]}"',
      ['--fast', '--base-directory', 'my data', '--listen'],
    ],
    ['has a default', 'python main.py ${ARGS:---fast}', ['--fast']],
    [
      'changes them on request',
      'A=--fast\nif [ "$1" = cpu ]; then\n A=--cpu\nfi\npython main.py $A',
      ['--fast'],
    ],
    ['sets none of them', 'python main.py $NOBODY --fast "${OTHER[@]}"', ['--fast']],
    ['sets a variable for it alone', 'CUDA_VISIBLE_DEVICES=0 python main.py --fast', ['--fast']],
    ['comes from elsewhere', 'cd "$(dirname "$0")" && python main.py --fast | tee log', ['--fast']],
    ['says what it does', 'echo "don\'t: python main.py --cpu"; python main.py --fast', ['--fast']],
    ['looks for it first', '[ -f main.py ] || exit 1\n(python main.py --fast)', ['--fast']],
    ['tells capitals apart', 'python MAIN.PY --fast', null],
  ])('that %s', (_, script, flags) => {
    expect(flagsInScript(script, 'shell')).toEqual(flags);
  });
});

describe('launch flags of a PowerShell script', () => {
  it.each<[string, string, string[]]>([
    [
      'goes on',
      '& ".\\python.exe" ComfyUI\\main.py --fast `\n  --listen\n',
      ['--fast', '--listen'],
    ],
    [
      'sets them',
      '$flags = @("--fast", "--listen")\n& $python main.py @flags',
      ['--fast', '--listen'],
    ],
    ['looks for it first', 'if (Test-Path main.py) { python main.py --fast $args }', ['--fast']],
  ])('that %s', (_, script, flags) => {
    expect(flagsInScript(script, 'powershell')).toEqual(flags);
  });
});
