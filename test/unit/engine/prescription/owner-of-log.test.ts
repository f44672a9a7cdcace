import { describe, expect, it } from 'vitest';
import { programRows, type ProgramId } from '../../../../electron/engine/knowledge/program-rows.ts';
import type { Owner } from '../../../../electron/engine/prescription/owner/owner.ts';
import { ownerIn } from '../../../support/owners.ts';
import { programLogs } from '../../../support/program-logs.ts';

const ids = programRows.map(({ id }) => id);

describe.each(ids)('a log of %s', (id) => {
  const { windows, unix } = programLogs[id];
  const cases = [
    ...(windows ? [['win32', windows] as const] : []),
    ...(unix ? [['linux', unix] as const] : []),
  ];

  it.each(cases)('is told by what it prints on %s', (platform, lines) => {
    const owner = ownerIn(lines, { os: platform === 'win32' ? 'Windows 11' : 'Linux' });
    expect(owner.program?.id).toBe(id);
    const isWindows = platform === 'win32';
    expect(owner.words.python.includes('\\') || !isWindows || id === 'comfy_cli').toBe(true);
  });

  it('has words for every system that it runs on, and a log of each', () => {
    const row = programRows.find((each) => each.id === id);
    expect(row?.python.windows === null).toBe(windows === undefined);
    expect(row?.python.unix === null).toBe(unix === undefined);
  });
});

describe('the Python of a log', () => {
  const wordsIn = (id: ProgramId, system: 'windows' | 'unix'): Owner['words'] =>
    ownerIn(programLogs[id][system] ?? [], { os: system === 'windows' ? 'Windows' : 'Linux' })
      .words;

  it.each<[ProgramId, 'windows' | 'unix', string, string | null]>([
    ['portable', 'windows', '.\\python_embeded\\python.exe', 'D:\\AI\\ComfyUI_windows_portable'],
    ['easy_install', 'windows', '.\\python_embeded\\python.exe', 'E:\\ComfyUI-Easy-Install'],
    [
      'desktop_v1',
      'windows',
      '.venv\\Scripts\\python.exe',
      'C:\\Users\\Mei Lin\\Documents\\ComfyUI',
    ],
    ['a1111', 'windows', 'venv\\Scripts\\python.exe', 'D:\\AI stuff\\stable-diffusion-webui'],
    ['framepack', 'windows', 'system\\python\\python.exe', 'D:\\framepack_cu126_torch26'],
    ['swarmui', 'windows', 'dlbackend\\comfy\\python_embeded\\python.exe', 'D:\\SwarmUI'],
    ['stability_matrix', 'unix', 'venv/bin/python', '/home/mei/StabilityMatrix/Packages/ComfyUI'],
    ['comfyui', 'unix', 'venv/bin/python', '/home/mei/ComfyUI'],
    ['colab', 'unix', 'python3', null],
  ])('%s on %s begins in its folder', (id, system, python, folder) => {
    expect(wordsIn(id, system)).toMatchObject({ python, folder });
  });

  it('is called by its whole path where it lies elsewhere', () => {
    const { words } = ownerIn(
      ['** Python executable: D:\\miniconda3\\envs\\comfy\\python.exe', 'ComfyUI version: 0.3.64'],
      { os: 'Windows' },
    );
    expect(words).toMatchObject({
      python: 'D:\\miniconda3\\envs\\comfy\\python.exe',
      folder: null,
    });
  });

  it('is not that of another pip in the same log', () => {
    const { words } = ownerIn(
      [
        'venv "D:\\sd\\stable-diffusion-webui\\venv\\Scripts\\Python.exe"',
        'Requirement already satisfied: xformers in c:\\python310\\lib\\site-packages (0.0.20)',
      ],
      { os: 'Windows' },
    );
    expect(words.folder).toBe('D:\\sd\\stable-diffusion-webui');
  });

  it('is unknown where nothing tells the program, and nothing is invented', () => {
    const owner = ownerIn(['RuntimeError: something'], null);
    expect(owner).toMatchObject({ program: null, name: null, engine: null, folderKind: null });
    expect(owner.words).toMatchObject({ python: 'python', folder: null });
  });

  it('runs in PowerShell where its prompt shows it', () => {
    expect(ownerIn(['PS D:\\AI\\ComfyUI> python main.py'], null).shell).toBe('powershell');
  });

  it.each([
    ['custom_nodes\\ComfyUI-FramePackWrapper\\nodes.py', 'comfyui'],
    ['Applying attention optimization: InvokeAI... done.', undefined],
  ])('a mention is no program: %s', (line, id) => {
    expect(ownerIn([line], { os: 'Windows' }).program?.id).toBe(id);
  });
});
