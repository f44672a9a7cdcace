import { describe, expect, it } from 'vitest';
import { flagsInScript } from '../../../../electron/engine/launch/launchers.ts';
import type { Dialect } from '../../../../electron/engine/launch/start-scripts/dialect.ts';
import { scriptCommands } from '../../../../electron/engine/launch/start-scripts/script-commands.ts';

const lines = (count: number, line: (at: number) => string): string =>
  Array.from({ length: count }, (_, at) => line(at)).join('\n');

/** Characters of all commands together, and milliseconds. */
function measured(text: string, dialect: Dialect): { characters: number; elapsed: number } {
  const begin = performance.now();
  const characters = scriptCommands(text, dialect).reduce((sum, each) => sum + each.length, 0);
  flagsInScript(text, dialect);
  return { characters, elapsed: performance.now() - begin };
}

describe('a start script that would grow without end', () => {
  it.each<[string, Dialect, string]>([
    [
      'doubles a variable thirty times',
      'shell',
      `a=x\n${lines(30, () => 'a="$a$a"')}\npython main.py $a`,
    ],
    [
      'does so in a .bat',
      'batch',
      `set a=x\n${lines(30, () => 'set a=%a%%a%')}\npython main.py %a%`,
    ],
    [
      'does so with delayed variables',
      'batch',
      `setlocal enabledelayedexpansion\nset a=x\n${lines(30, () => 'set a=!a!!a!')}\npython main.py !a!`,
    ],
    [
      'does so in PowerShell',
      'powershell',
      `$a = "x"\n${lines(30, () => '$a = "$a$a"')}\npython main.py $a`,
    ],
    [
      'adds a variable to itself',
      'shell',
      `a=x\n${lines(40, () => 'a+=" $a"')}\npython main.py $a`,
    ],
    [
      'names a long one on each line',
      'shell',
      `a=${'x'.repeat(8000)}\n${lines(10_000, () => '$a')}\npython main.py`,
    ],
    [
      'names the next one in each',
      'shell',
      `${lines(30, (at) => `v${at}='$v${at + 1}$v${at + 1}'`)}\npython main.py $v0`,
    ],
  ])('%s', (_, dialect, text) => {
    const { characters, elapsed } = measured(text, dialect);
    expect(characters).toBeLessThan(1024 * 1024);
    expect(elapsed).toBeLessThan(2000);
  });

  it.each<[string, Dialect, string]>([
    ['sixty thousand signs before the command', 'batch', `${'@'.repeat(60_000)}python main.py`],
    ['ten thousand conditions', 'batch', `${'if exist a '.repeat(5000)}python main.py`],
    ['brackets that can be read in two ways', 'shell', `A=${'$(a)'.repeat(40)}"`],
    ['blanks before one quote too many', 'batch', `set "a=${' '.repeat(60_000)}"x`],
    ['one line of 64 KB', 'batch', `set a=${'x y'.repeat(20_000)}`],
  ])('%s', (_, dialect, text) => {
    expect(measured(text, dialect).elapsed).toBeLessThan(2000);
  });

  it('still fills in what a start script needs', () => {
    const text = `FLAGS="--listen --port 8188"\n${lines(50, (at) => `X${at}="$FLAGS"`)}\npython main.py $X49`;
    expect(flagsInScript(text, 'shell')).toEqual(['--listen', '--port', '8188']);
  });
});
