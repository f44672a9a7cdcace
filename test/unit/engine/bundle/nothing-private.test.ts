import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { beforeAll, describe, expect, it } from 'vitest';
import { bundlePartNames } from '../../../../shared/bundle.ts';
import { message } from '../../../../shared/messages/index.ts';
import type { ReportContent } from '../../../../electron/engine/bundle/render-report.ts';
import { writeBundle } from '../../../../electron/engine/bundle/make-bundle.ts';
import { createNodeSystem } from '../../../../electron/engine/machine/node-system.ts';
import { person, plantedSecrets } from '../../../support/planted-secrets.ts';
import { mismatchFinding, sampleDiagnosis } from '../../../support/sample-diagnoses.ts';
import { sampleHistory } from '../../../support/sample-history.ts';
import { sampleFacts } from '../../../support/sample-machine.ts';
import { samplePlan, sampleSnapshot } from '../../../support/sample-plan.ts';
import { makeTemporaryFolder } from '../../../support/temporary-folders.ts';

const planted = plantedSecrets(11);
const texts = planted.map(({ text }) => text);

/** Each planted text stands in every place where a bundle takes words of the machine. */
const places = {
  'log.txt': (each: string) => `12:30 INFO saw ${each}`,
  'launch.txt': (each: string) => each,
  'history.json': (each: string) => each,
  'plan.json': (each: string) => each,
  'saved-states.json': (each: string) => each,
  'threats.json': (each: string) => each,
};

const versions = [
  ...['12.8.4.1', '10.3.9.90', '11.7.3.90', '9.1.0.70', '1.13.1.3', '12.4.127', '0.0.29.post3'],
  ...['2.6.0+cu124', '3.2.0.post17', '10.0.1.6', '4.10.0.84', '1.14.0.1', '2.9.1+rocm6.4', '26.3'],
  ...['2.6.0.dev20250104+cu126', '1!2.0', '25.0.1', '0.46.1', '12.9.79', '3.14.0rc1', '2024.7.4'],
];
const packages = versions.map((version, at) => ({ name: `nvidia-part-${at}-cu12`, version }));

function content(): ReportContent {
  const facts = sampleFacts();
  const finding = {
    ...mismatchFinding,
    evidence: texts.map((each) => ({
      statement: message('history.evidence.asks', { node: each, requirement: each }),
      how: 'file' as const,
      source: each,
    })),
  };
  return {
    ...{ version: '1.2.3', at: '2026-11-22T16:05:00.000Z', verification: null, fix: null },
    diagnosis: sampleDiagnosis({
      findings: [finding],
      facts: {
        ...facts,
        distributions: packages.map((each) => ({ ...facts.distributions[0], ...each }) as never),
        comfyui: {
          ...{ version: '0.3.9', flags: texts },
          flagsFrom: { kind: 'launcher', path: texts[0] ?? '' },
          otherLaunchers: texts.map((each) => ({ path: each, flags: [each] })),
          pythons: texts.map((each) => ({ script: each, python: each })),
        },
      },
      threats: texts.map((each) => ({
        ...{ kind: 'node' as const, source: each, requirement: each, file: each },
        would: { name: 'torch', from: '2.6.0+cu124', to: '2.4.0' },
      })),
    }),
    plan: samplePlan({
      commands: texts,
      warnings: [],
      undo: message('plan.undo'),
      environmentRoot: texts[0] ?? '',
    }),
    snapshots: texts.map((each, at) => ({ ...sampleSnapshot, id: `s-${at}`, reason: each })),
    history: {
      ...sampleHistory,
      entries: sampleHistory.entries.flatMap((entry) =>
        texts.map((each) => ({
          ...entry,
          by: { name: each, confidence: 'likely' as const, evidence: [] },
        })),
      ),
    },
    log: [
      ...texts.map(places['log.txt']),
      ...packages.map(({ name, version }) => `Collecting ${name}==${version} (${version})`),
      'NVIDIA driver 32.0.15.6094, 580.159.04',
    ],
  };
}

let files: Record<string, string>;
beforeAll(async () => {
  const system = {
    ...createNodeSystem(),
    ...{ homeFolder: person.home, userName: person.user, hostName: person.host },
  };
  const file = join(await makeTemporaryFolder('private'), 'bundle.zip');
  await writeBundle(system, content(), 'bundle-1', file, { language: 'en', without: [] });
  const entries = Object.entries(unzipSync(await readFile(file)));
  files = Object.fromEntries(entries.map(([name, bytes]) => [name, strFromU8(bytes)]));
}, 60_000);

describe('a bundle made of secrets', () => {
  it('is made of at least 500 of them, and has every part that takes words', () => {
    expect(planted.length).toBeGreaterThan(500);
    expect(bundlePartNames).toEqual(expect.arrayContaining(Object.keys(files)));
    expect(Object.keys(files)).toEqual(expect.arrayContaining(Object.keys(places)));
  });

  it('tells none', () => {
    const told = Object.entries(files).flatMap(([name, text]) =>
      planted.flatMap(({ shape, hidden }) =>
        hidden.filter((each) => text.includes(each)).map((each) => `${name}: ${shape}: ${each}`),
      ),
    );
    expect([...new Set(told)]).toEqual([]);
  });

  it('keeps every version', () => {
    for (const { name, version } of packages) {
      expect(files['packages.txt']).toContain(`${name}==${version}\n`);
      expect(files['log.txt']).toContain(`Collecting ${name}==${version} (${version})\n`);
      expect(files['report.json']).toContain(JSON.stringify(version));
    }
    expect(files['log.txt']).toContain('NVIDIA driver 32.0.15.6094, 580.159.04');
  });
});
