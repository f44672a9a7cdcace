import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { RunOptions, RunResult, System } from '../../electron/engine/machine/system.ts';
import type { KernelAnswer } from '../../shared/kernel-report.ts';
import type { Wheel } from '../../shared/plan.ts';
import { fail } from '../../shared/problem.ts';
import { live } from './facts.ts';
import { write, type PaperEnvironment } from './paper-environment.ts';
import { unpackWheel } from './unpack-wheel.ts';
import type { BuiltWheel } from './wheels/wheel.ts';

/** What a Python with pip would do, by hand: for tests that start no program. */
export type PaperPip = {
  /** What its index has. */
  wheels: readonly BuiltWheel[];
  /** Called with the words of each call of pip before it acts, and after. */
  before?: (words: readonly string[]) => Promise<unknown> | undefined;
  after?: (words: readonly string[]) => Promise<unknown> | undefined;
  /** What the live Python says; what a healthy one does unless asked. */
  live?: ReturnType<typeof live>;
  /** What the kernel probes answer; an attention on a processor unless asked. */
  computes?: readonly KernelAnswer[];
};

export function withPaperPip(paper: PaperEnvironment, pip: PaperPip): System {
  return {
    ...paper.system,
    processes: () => Promise.resolve([]),
    holders: () => Promise.resolve([]),
    // No room for a Python beside pip, unless a test makes some.
    resources: () => ({ processors: 1, freeMemoryBytes: 8 * 1024 ** 3 }),
    run: async (command, options = {}) => {
      if (command.program !== paper.python) fail('command-missing');
      options.signal?.throwIfAborted();
      const words = command.arguments.slice(command.arguments.indexOf('pip') + 1);
      if (!command.arguments.includes('pip')) {
        const told = answer(paper, pip, command.arguments, options);
        for (const text of told.stdout.split('\n')) options.onLine?.({ stream: 'stdout', text });
        return told;
      }
      await pip.before?.(words);
      await act(paper, pip, words);
      await pip.after?.(words);
      return ended('');
    },
  };
}

const ended = (stdout: string): RunResult => ({ exitCode: 0, stdout, stderr: '' });

/** The questions that are fed to a Python: where pip installs, and what can be imported. */
function answer(
  paper: PaperEnvironment,
  pip: PaperPip,
  words: readonly string[],
  { input = '' }: RunOptions,
): RunResult {
  const [marker = '', _pip, ...names] = words.slice(words.indexOf('-') + 1);
  if (input.includes('def try_case')) return ended(computed(marker, pip));
  if (input.includes('scaled_sum')) return ended(compiled(marker));
  if (!input.includes('get_scheme')) {
    const facts = pip.live ?? live();
    if (facts.state !== 'known') return { exitCode: 139, stdout: '', stderr: 'Segmentation fault' };
    return ended(`\n${marker}\n${JSON.stringify(facts.value)}\n`);
  }
  const { root, sitePackages } = paper;
  const layout = { purelib: sitePackages, platlib: sitePackages, scripts: join(root, 'bin') };
  const headers = Object.fromEntries(names.map((name) => [name, join(root, 'include', name)]));
  return ended(`${marker}${JSON.stringify({ ...layout, data: root, headers })}\n`);
}

/** An attention that computes well on a processor, as the kernel probe tells it. */
function computed(marker: string, pip: PaperPip): string {
  const answers = pip.computes ?? [
    { kind: 'device', device: 'cpu', name: null },
    { kind: 'begin', case: 'cpu-fp32' },
    {
      ...{ kind: 'case', case: 'cpu-fp32', finite: true },
      ...{ relativeError: 4e-7, largestError: 7e-7 },
    },
    {
      ...{ kind: 'kernel', case: 'cpu-fp32', kernels: [] },
      operators: ['aten::_scaled_dot_product_flash_attention_for_cpu'],
    },
    { kind: 'done' },
  ];
  return answers.map((each) => `${marker}${JSON.stringify(each)}\n`).join('');
}

function compiled(marker: string): string {
  const told = { kind: 'case', case: 'triton', finite: true, relativeError: 0, largestError: 0 };
  return `${marker}${JSON.stringify(told)}\n`;
}

async function act(paper: PaperEnvironment, pip: PaperPip, words: readonly string[]) {
  const after = (flag: string): string => words[words.indexOf(flag) + 1] ?? '';
  if (words[0] === 'download') {
    for (const wheel of wanted(pip, words.slice(words.indexOf('--dest') + 2)))
      await write(join(after('--dest'), wheel.fileName), wheel.bytes);
  }
  if (words[0] !== 'install' && words[0] !== 'uninstall') return;
  const lines = (await readFile(after('--requirement'), 'utf8')).trim().split('\n');
  for (const line of lines) await remove(paper, line.split('==')[0] ?? '');
  if (words[0] === 'install')
    for (const wheel of wanted(pip, lines)) await unpackWheel(paper, wheel);
}

function wanted(pip: PaperPip, names: readonly string[]): BuiltWheel[] {
  return names.flatMap((name) =>
    pip.wheels.filter((each) => `${each.name}==${each.version}` === name.split(' ')[0]),
  );
}

/** As `pip uninstall`: what its RECORD names. */
async function remove(paper: PaperEnvironment, name: string): Promise<void> {
  const found = (await paper.system.files.list(paper.sitePackages)) ?? [];
  for (const { name: folder } of found) {
    if (!folder.startsWith(`${name}-`) || !folder.endsWith('.dist-info')) continue;
    const record = await readFile(join(paper.sitePackages, folder, 'RECORD'), 'utf8');
    for (const line of record.split(/\r?\n/).filter(Boolean))
      await rm(resolve(paper.sitePackages, line.split(',')[0] ?? ''), { force: true });
    await rm(join(paper.sitePackages, folder), { recursive: true });
  }
}

/** A wheel as a plan names it. */
export function planned(wheel: BuiltWheel): Wheel {
  const { name, version, fileName, sha256 } = wheel;
  return { name, version, fileName, sha256, url: 'https://index/x', bytes: wheel.bytes.length };
}

/** Lays the wheels where a download would have put them; answers their paths. */
export async function downloaded(folder: string, wheels: readonly BuiltWheel[]): Promise<string[]> {
  await mkdir(join(folder, 'wheels'), { recursive: true });
  const files = wheels.map((wheel) => join(folder, 'wheels', wheel.fileName));
  for (const [index, wheel] of wheels.entries()) await writeFile(files[index] ?? '', wheel.bytes);
  return files;
}
