import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { completionScript } from '../../../electron/hosts/cli/completion/completion-script.ts';
import { completionTable } from '../../../electron/hosts/cli/completion/completion-table.ts';
import { powershellScript } from '../../../electron/hosts/cli/completion/powershell.ts';
import { shells, type CompletionShell } from '../../../electron/hosts/cli/completion/shells.ts';
import { commandNames, commands } from '../../../electron/hosts/cli/commands.ts';
import { examples } from '../../../electron/hosts/cli/examples.ts';
import { parseArguments } from '../../../electron/hosts/cli/arguments.ts';

const folder = mkdtempSync(join(tmpdir(), 'completion-'));
mkdirSync(join(folder, 'my models'));
writeFileSync(join(folder, 'my log.txt'), '');
afterAll(() => rmSync(folder, { recursive: true }));

const has = (program: string): boolean => spawnSync(program, ['--version']).error === undefined;

/** What a shell offers after these words, the last of which is being written. */
const askers: Partial<Record<CompletionShell, (script: string, words: string[]) => string>> = {
  bash: (script, words) =>
    run('bash', [
      ...['--norc', '-c'],
      `${script}\nCOMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); _attention_doctor; printf '%s\\n' "\${COMPREPLY[@]}"`,
      ...['-', 'attention-doctor', ...words],
    ]),
  fish: (script, words) => {
    const line = ['attention-doctor', ...words].join(' ');
    return run('fish', ['--no-config', '-c', `${script}\ncomplete -C '${line}'`]).replaceAll(
      /\t.*/g,
      '',
    );
  },
};

function run(program: string, parameters: string[]): string {
  return execFileSync(program, parameters, { cwd: folder, encoding: 'utf8', timeout: 60_000 });
}

for (const shell of ['bash', 'fish'] as const) {
  test.skipIf(!has(shell))(`${shell} completes commands, options, values and files`, () => {
    for (const language of ['en', 'zh-CN'] as const) {
      const script = completionScript(shell, language).join('\n');
      const ask = (...words: string[]) => askers[shell]?.(script, words).split(/\r?\n/) ?? [];
      expect(ask('pl')).toContain('plan');
      expect(ask('pl')).not.toContain('protect');
      expect(ask('plan', '--go').join(' ')).toMatch(/--goal/);
      expect(ask('plan', '--goal', 's')).toEqual(
        expect.arrayContaining(['sageattention', 'source-build']),
      );
      expect(ask('completion', 'power')).toContain('powershell');
      expect(ask('mirrors', '--').join(' ')).not.toContain('--goal');
      expect(ask('diagnose', 'my').join('\n')).toMatch(/my\\? log\.txt/);
      expect(ask('find', '--root', 'my').join('\n')).not.toContain('log.txt');
      expect(ask('find', '--root', 'my').join('\n')).toMatch(/my\\? models/);
    }
  });
}

test.skipIf(!has('zsh'))('zsh takes the script for one of its own', () => {
  const script = completionScript('zsh', 'zh-CN').join('\n');
  const loaded = `autoload -Uz compinit; compinit -u -D\n${script}\nprint $_comps[attention-doctor]`;
  expect(run('zsh', ['-f', '-c', loaded])).toBe('_attention_doctor\n');
});

test('bash takes "--goal=x", which comes in three words', () => {
  const script = completionScript('bash', 'en').join('\n');
  expect(askers.bash?.(script, ['plan', '--goal', '=', 'sage'])).toBe('sageattention\n');
});

test('a script names every command and every option of the table', () => {
  for (const shell of shells) {
    const script = completionScript(shell, 'zh-CN').join('\n');
    for (const { name, options } of completionTable('en')) {
      expect(script).toContain(name);
      for (const option of options) expect(script).toMatch(new RegExp(`(--|-l )${option.name}\\b`));
    }
  }
});

test('PowerShell is given typographic quotes twice, because it takes them for quotes', () => {
  const about = 'PyTorch’s ‘wheels’';
  const script = powershellScript([{ name: 'find', about, options: [], completes: null }]);
  expect(script).toContain("    'find' = 'PyTorch’’s ‘‘wheels’’'");
});

test('every example is a command line that is understood', () => {
  for (const name of commandNames) {
    expect(examples[name].length).toBeGreaterThan(0);
    for (const { words } of examples[name]) {
      const argv = words.split(' ');
      expect(argv[0]).toBe(name);
      const surroundings = { platform: 'linux', environment: {} } as const;
      expect(parseArguments(argv, surroundings).request).toMatchObject({ ok: true });
    }
  }
});

test('the words of a usage line are the options of the table', () => {
  for (const name of commandNames) {
    const { usage, options } = commands[name];
    const written = [...usage.matchAll(/--([a-z-]+)/g)].map(([, option]) => option);
    expect(new Set(written)).toEqual(new Set(options));
  }
});
