import { fileURLToPath } from 'node:url';
import { join } from 'node:path';
import { build } from 'esbuild';
import { describe, expect, it } from 'vitest';
import { makeTemporaryFolder } from '../support/temporary-folders.ts';
import { mustRunInLab, whyNoLab, windowsPath } from '../windows-lab/lab.mjs';

const missing = whyNoLab();
const title = `Processes of Windows${missing === null ? '' : `: skipped, ${missing}`}`;

type Seen = {
  both: [number, number];
  withoutPython: string;
  family: { pid: number; parentPid: number; executable: string; arguments: string[] }[];
  pythons: number;
  holders: number[];
  others: unknown[];
  starts: (string | null)[];
  after: { alive: boolean[]; start: string | null; overtime: { code: string; alive: boolean[] } };
};

/** Wine's PowerShell and wmic say nothing of use, as on a computer where they are locked. */
describe.skipIf(missing !== null)(title, () => {
  it('are unknown to locked tools, and seen, dated and ended through a Python', async () => {
    const folder = windowsPath(await mustRunInLab(['python-folder']));
    const python = `${folder}\\python.exe`;
    const seen = JSON.parse(await runInWindows('see-processes.ts', python)) as Seen;
    expect(seen.withoutPython).toBe('processes-unknown');
    const [parent, child] = seen.both;
    expect(seen.family).toMatchObject([
      { pid: parent, executable: python },
      { pid: child, parentPid: parent, executable: python },
    ]);
    expect(seen.family[0]?.arguments.at(-1)).toBe('AI 图像');
    // The Python that looked is not among them.
    expect(seen.pythons).toBe(2);
    expect(seen.holders).toEqual(expect.arrayContaining(seen.both));
    expect(seen.others).toEqual([]);
    const [one, again, other] = seen.starts;
    expect(one).toMatch(/^\d{13}$/);
    expect([again, other === one]).toEqual([one, false]);
    expect(seen.after).toEqual({
      alive: [false, false],
      start: null,
      overtime: { code: 'timed-out', alive: [false] },
    });
  });
});

async function runInWindows(program: string, ...words: string[]): Promise<string> {
  const entry = fileURLToPath(new URL(`../windows-lab/${program}`, import.meta.url));
  const outfile = join(await makeTemporaryFolder('windows-program'), 'program.cjs');
  await build({ entryPoints: [entry], bundle: true, platform: 'node', format: 'cjs', outfile });
  return mustRunInLab(['node', windowsPath(outfile), ...words]);
}
