import { describe, expect, it } from 'vitest';
import { pythonsInScript } from '../../../../electron/engine/launch/launch-python.ts';

const bat = 'D:\\AI\\start.bat';
const sh = '/home/me/ComfyUI/start.sh';

describe('the Python that a start script names', () => {
  it.each([
    [
      'beside the script',
      bat,
      '.\\python_embeded\\python.exe -s ComfyUI\\main.py --cpu\r\npause\r\n',
      'D:\\AI\\python_embeded\\python.exe',
    ],
    [
      'on another disk',
      bat,
      '@echo off\r\n@"D:\\Python310\\python.exe" main.py',
      'D:\\Python310\\python.exe',
    ],
    [
      'spaces in quotes',
      bat,
      '"C:\\Program Files (x86)\\Py\\python.exe" -s "D:\\my AI\\main.py"',
      'C:\\Program Files (x86)\\Py\\python.exe',
    ],
    [
      'a variable that the script sets',
      bat,
      'set PY=%~dp0venv\\Scripts\\python.exe\r\n"%PY%" -s COMFYUI\\MAIN.PY\r\n',
      'D:\\AI\\venv\\Scripts\\python.exe',
    ],
    [
      'a Chinese folder',
      'D:\\绘画\\启动.bat',
      '.\\整合包\\python\\python.exe main.py\r\n',
      'D:\\绘画\\整合包\\python\\python.exe',
    ],
    [
      'a line that goes on',
      bat,
      '"%~dp0venv\\Scripts\\python.exe" ^\r\n -s main.py ^\r\n --cpu',
      'D:\\AI\\venv\\Scripts\\python.exe',
    ],
    [
      'above the script, in its own folder',
      bat,
      'cd /d "%~dp0"\r\nstart "" %~dp0..\\py\\python.exe main.py',
      'D:\\py\\python.exe',
    ],
    [
      'PowerShell',
      'D:\\AI\\run.ps1',
      '& "$PSScriptRoot\\venv\\Scripts\\python.exe" `\r\n main.py',
      'D:\\AI\\venv\\Scripts\\python.exe',
    ],
    ['a share', bat, '\\\\nas\\py\\python.exe main.py', '\\\\nas\\py\\python.exe'],
    [
      'a Windows script seen from another system',
      '/mnt/d/AI/run.bat',
      '.\\python_embeded\\python.exe -s ComfyUI\\main.py',
      '/mnt/d/AI/python_embeded/python.exe',
    ],
    [
      'of the system',
      sh,
      '#!/bin/sh\nexec /usr/bin/python3.10 -u main.py "$@"\n',
      '/usr/bin/python3.10',
    ],
    ['a venv', sh, 'venv/bin/python main.py', '/home/me/ComfyUI/venv/bin/python'],
    [
      'the folder of the script',
      sh,
      'cd "$(dirname "$0")"\n"$(dirname "$0")/venv/bin/python" main.py',
      '/home/me/ComfyUI/venv/bin/python',
    ],
    [
      'the folder of the script, cut from its name',
      sh,
      '"${0%/*}/../venv/bin/python" main.py',
      '/home/me/venv/bin/python',
    ],
    [
      'the folder of the script, made absolute',
      sh,
      '"$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)/venv/bin/python" main.py',
      '/home/me/ComfyUI/venv/bin/python',
    ],
    [
      'a space behind a backslash',
      sh,
      '/opt/my\\ AI/bin/python3 main.py',
      '/opt/my AI/bin/python3',
    ],
    [
      'a variable for something else',
      sh,
      'CUDA_VISIBLE_DEVICES=$CARD nohup /opt/py/bin/python main.py &',
      '/opt/py/bin/python',
    ],
  ])('%s', (_, script, text, python) => {
    expect(pythonsInScript(text, script)).toEqual([python]);
  });

  it.each([
    ['the search path', bat, 'call venv\\Scripts\\activate\r\npython main.py'],
    ['the Windows launcher', bat, 'py -3.10 main.py'],
    ['a variable', bat, '"%PYTHON%\\python.exe" main.py'],
    ['a variable alone', bat, '%PYTHON% main.py'],
    ['a late variable', bat, '!ROOT!\\python.exe main.py'],
    ['the home folder', sh, '~/venv/bin/python main.py'],
    ['a shell variable', sh, '"$SCRIPT_DIR/venv/bin/python" main.py'],
    ['another program', sh, 'accelerate launch main.py'],
    ['a command in quotes', sh, 'bash -c "/opt/py/bin/python main.py"'],
    ['a Python of the command before', sh, '/opt/py/bin/python setup.py && run main.py'],
    ['a relative path in another folder', bat, 'cd ComfyUI\r\n..\\python\\python.exe main.py'],
    ['the root of whichever disk', bat, '\\Python310\\python.exe main.py'],
  ])('is left open by %s', (_, script, text) => {
    expect(pythonsInScript(text, script)).toEqual([null]);
  });

  it.each([
    ['a comment', bat, 'rem D:\\py\\python.exe main.py\r\n@rem D:\\py\\python.exe main.py'],
    ['printed text', sh, 'echo "/opt/py/bin/python main.py"'],
    ['a look for the file', bat, 'if not exist main.py exit /b 1'],
    ['another file', sh, '/opt/py/bin/python domain.py\n/opt/py/bin/python main.pyc'],
  ])('is not told by %s', (_, script, text) => {
    expect(pythonsInScript(text, script)).toEqual([]);
  });

  it('is told of every line and branch', () => {
    const text =
      'if exist venv (.\\venv\\Scripts\\python.exe main.py) else (python main.py)\r\n' +
      'C:\\py\\python.exe main.py\r\n';
    expect(pythonsInScript(text, bat)).toEqual([
      'D:\\AI\\venv\\Scripts\\python.exe',
      null,
      'C:\\py\\python.exe',
    ]);
  });
});
