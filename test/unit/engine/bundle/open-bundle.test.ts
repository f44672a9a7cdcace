import { readdir, readFile, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { strToU8, zipSync } from 'fflate';
import { beforeEach, describe, expect, it } from 'vitest';
import { writeBundle } from '../../../../electron/engine/bundle/make-bundle.ts';
import { openBundle } from '../../../../electron/engine/bundle/open-bundle.ts';
import { createNodeSystem } from '../../../../electron/engine/machine/node-system.ts';
import { sampleDiagnosis } from '../../../support/sample-diagnoses.ts';
import { samplePlan } from '../../../support/sample-plan.ts';
import { failedVerification } from '../../../support/sample-verification.ts';
import { makeTemporaryFolder } from '../../../support/temporary-folders.ts';

const system = {
  ...createNodeSystem(),
  userName: 'marta',
  homeFolder: '/home/marta',
  hostName: 'atelier',
};
const content = {
  version: '1.2.3',
  at: '2026-11-30T12:00:00.000Z',
  diagnosis: sampleDiagnosis(),
  verification: failedVerification,
  fix: null,
  plan: samplePlan(),
  snapshots: [],
  history: null,
  log: ['of /home/marta/ComfyUI on atelier'],
};

let folder: string;
let file: string;
beforeEach(async () => {
  folder = await makeTemporaryFolder('open-bundle');
  file = join(folder, 'bundle.zip');
});

const zip = (entries: Record<string, string>) =>
  writeFile(
    file,
    zipSync(
      Object.fromEntries(Object.entries(entries).map(([name, text]) => [name, strToU8(text)])),
    ),
  );
const opened = () => openBundle(system, file);
const refused = (code: string) => expect(opened()).rejects.toMatchObject({ problem: { code } });

describe('a bundle that was sent', () => {
  it('shows what was seen there, with every private word replaced', async () => {
    await writeBundle(system, content, 'b', file, { language: 'en', without: ['packages.txt'] });
    const { report, files, fileName } = await opened();
    expect(fileName).toBe('bundle.zip');
    expect(report).toMatchObject({
      version: '1.2.3',
      diagnosis: { verdict: content.diagnosis.verdict },
      verification: { rungs: failedVerification.rungs.map(({ id }) => ({ id })) },
      plan: { goal: content.plan.goal },
    });
    expect(files.map((each) => each.name)).not.toContain('packages.txt');
    expect(files.find(({ name }) => name === 'log.txt')?.text).toBe('of ~/ComfyUI on <host>\n');
    expect(JSON.stringify(files)).not.toMatch(/marta|atelier/);
  });

  it('is refused where it is cut short, another zip, or none at all', async () => {
    await writeBundle(system, content, 'b', file, { language: 'en', without: [] });
    await truncate(file, 900);
    await refused('bundle-damaged');
    await writeFile(file, 'no zip');
    await refused('bundle-damaged');
    await zip({ 'workflow.json': '{}' });
    await refused('bundle-foreign');
    await zip({ 'report.json': '{"schema":"one"}' });
    await refused('bundle-foreign');
    await zip({ 'report.json': '{"schema":1}' });
    await refused('bundle-foreign');
    await zip({ 'report.json': '{"schema":1,"diagn' });
    await refused('bundle-damaged');
    await expect(openBundle(system, join(folder, 'none.zip'))).rejects.toMatchObject({
      problem: { code: 'bundle-missing' },
    });
    await expect(openBundle(system, folder)).rejects.toMatchObject({
      problem: { code: 'bundle-foreign' },
    });
  });

  it('is written over an older one, and over nothing else', async () => {
    const wishes = { language: 'en', without: [] } as const;
    await writeBundle(system, content, 'b', file, wishes);
    await writeBundle(system, content, 'c', file, wishes);
    const precious = join(folder, 'main.py');
    await writeFile(precious, 'print()\n');
    for (const taken of [precious, folder])
      await expect(writeBundle(system, content, 'd', taken, wishes)).rejects.toMatchObject({
        problem: { code: 'output-exists' },
      });
    expect(await readFile(precious, 'utf8')).toBe('print()\n');
  });

  it('says that it is newer than this program', async () => {
    await zip({ 'report.json': JSON.stringify({ schema: 2, diagnosis: {} }) });
    await refused('bundle-newer');
  });

  it('can be read although it has words that are not known here', async () => {
    await zip({
      'report.json': JSON.stringify({ schema: 1, diagnosis: { verdict: 'splendid' } }),
      'report.md': '## Report\n',
    });
    const { report, files } = await opened();
    expect(report).toBeNull();
    expect(files.find(({ name }) => name === 'report.md')?.text).toBe('## Report\n');
  });

  it('unpacks nothing, whatever its files are called', async () => {
    await zip({
      'report.json': JSON.stringify({ schema: 1, diagnosis: {} }),
      'a/../../evil.txt': 'x',
    }).catch(() => undefined);
    await opened().catch(() => undefined);
    expect(await readdir(folder)).toEqual(['bundle.zip']);
  });

  it('is no bundle with more files, or more in them, than any of ours', async () => {
    const many = Object.fromEntries(Array.from({ length: 101 }, (_, at) => [`${at}.txt`, '']));
    await zip({ ...many, 'report.json': '{"schema":1,"diagnosis":{}}' });
    await refused('bundle-foreign');
    const large = 'x'.repeat(33 * 1024 * 1024);
    await zip({ 'report.json': '{"schema":1,"diagnosis":{}}', 'a.txt': large, 'b.txt': large });
    await refused('bundle-foreign');
  });

  it('shows the beginning of a long file, and none of what is no text', async () => {
    await zip({
      'report.json': JSON.stringify({ schema: 1, diagnosis: {} }),
      'log.txt': 'a line\n'.repeat(20_000),
      'picture.bin': 'a\0b',
    });
    const { files } = await opened();
    const log = files.find(({ name }) => name === 'log.txt');
    expect(log).toMatchObject({ bytes: 140_000, cut: true });
    expect(log?.text?.endsWith('a line\n')).toBe(true);
    expect(log?.text?.length).toBeLessThan(50_000);
    expect(files.find(({ name }) => name === 'picture.bin')).toMatchObject({ text: null });
  });
});
