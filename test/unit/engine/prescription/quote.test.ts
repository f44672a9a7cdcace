import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { commandOf } from '../../../../electron/engine/prescription/writing/quote.ts';
import { wordsInCmd, wordsInPowerShell } from '../../../support/shell-words.ts';

const word = fc.oneof(
  fc.constantFrom(
    'triton-windows>=3.3,<3.4',
    'numpy<2',
    'torch[device-all]==2.13.0+rocm10.0.0',
    'D:\\My AI\\整合包\\python_embeded\\python.exe',
    "C:\\Users\\O'Brien\\venv\\Scripts\\python.exe",
    'import sys, torch; print(sys.version.split()[0], torch.__version__)',
    'IMAGENAME eq python.exe',
    'https://example.org/a%2Bcu128.whl',
    'C:\\R&D (new)\\python.exe',
    '--index-url',
    '$HOME/‘x’',
  ),
  // What Windows allows in a path, and Python in a requirement: no double quotes.
  fc.stringMatching(/^[\w .:,;=<>&()'’$@!{}[\]+~-]{1,20}[\w]$/),
);
const line = fc.array(word, { minLength: 1, maxLength: 6 });

describe('a command line', () => {
  it('means the same words to a program that cmd starts', () => {
    fc.assert(
      fc.property(line, (words) => {
        expect(wordsInCmd(commandOf('cmd', words).text)).toEqual(words);
      }),
    );
  });

  it('means the same words in PowerShell', () => {
    fc.assert(
      fc.property(line, (words) => {
        expect(wordsInPowerShell(commandOf('powershell', words).text)).toEqual(words);
      }),
    );
  });

  it('calls a program in quotes in PowerShell, where quotes alone would print it', () => {
    expect(commandOf('powershell', ['C:\\My AI\\python.exe', '-V']).text).toBe(
      "& 'C:\\My AI\\python.exe' -V",
    );
  });

  it('is the same in cmd and PowerShell where nothing has to be quoted', () => {
    const words = [
      '.\\python_embeded\\python.exe',
      '-s',
      '-m',
      'pip',
      'install',
      'xformers==0.0.32',
    ];
    expect(commandOf('cmd', words).text).toBe(words.join(' '));
    expect(commandOf('powershell', words).text).toBe(words.join(' '));
  });

  it('begins with ! in a notebook', () => {
    expect(commandOf('notebook', ['python3', '-m', 'pip', 'install', 'numpy<2']).text).toBe(
      "!python3 -m pip install 'numpy<2'",
    );
  });
});
