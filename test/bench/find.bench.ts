import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { find } from '../../electron/engine/discovery/find.ts';
import { createNodeSystem } from '../../electron/engine/machine/node-system.ts';
import { makeComfyUi } from '../support/comfyui.ts';
import { makeTemporaryFolder } from '../support/temporary-folders.ts';
import { compare, median } from './median.ts';

/**
 * Finding 25 installs and 60 environments in a home folder, warm, as a ratio to walking the
 * same folders with fs.readdir alone, both measured in this run.
 */
const installs = 25;
const environments = 60;
const rounds = 31;
const peerRounds = 11;
const limits = { ms: 700, ratio: 2 };
const peers = [
  { name: 'uv python list', program: 'uv', words: ['python', 'list', '--only-installed'] },
  { name: 'python-environment-tools', program: 'pet', words: ['find'] },
];

const home = await makeHome();
const machine = createNodeSystem();
const system = { ...machine, homeFolder: home, environment: { PATH: '' } };
// The same folders: every one that find lists, packages included.
const visited = new Set<string>();
const list = (folder: string): ReturnType<typeof system.files.list> => {
  visited.add(folder);
  return system.files.list(folder);
};
const watched = { ...system, files: { ...system.files, list } };
await find(watched, { roots: [home], onlyRoots: true });
const found = await find(system, { roots: [home], onlyRoots: true });
const { baseline, own, ratio } = await compare(
  rounds,
  () => walkAlone([...visited]),
  () => find(system, { roots: [home], onlyRoots: true }),
);

say(
  `installs ${found.installs.length} of ${installs}, environments ${found.environments.length} of ${environments}`,
);
say(`folders visited               ${visited.size}`);
say(`fs.readdir over the same      ${baseline.toFixed(1)} ms`);
say(`find                          ${own.toFixed(1)} ms, at most ${limits.ms}`);
say(`ratio                         ${ratio.toFixed(2)}, at most ${limits.ratio}`);
if (own > limits.ms || ratio > limits.ratio) process.exitCode = 1;

for (const peer of peers) say(await comparison(peer));

/** The peers of the issue, where this machine has them; they list Pythons only. */
async function comparison(peer: {
  name: string;
  program: string;
  words: string[];
}): Promise<string> {
  const command = { program: peer.program, arguments: peer.words };
  const environment = { HOME: home };
  try {
    const time = await median(peerRounds, () =>
      machine.run(command, { environment, okExitCodes: 'any' }),
    );
    return `${peer.name.padEnd(30)}${time.toFixed(1)} ms, find takes ${(own / time).toFixed(2)} of it`;
  } catch {
    return `${peer.name.padEnd(30)}not on this machine's PATH`;
  }
}

async function makeHome(): Promise<string> {
  const root = await makeTemporaryFolder('bench-home');
  for (let index = 0; index < installs; index += 1) {
    const at = join(root, 'AI', `group ${index % 5}`, `ComfyUI ${index}`);
    await makeComfyUi({ at });
    await fakeEnvironment(join(at, 'venv'));
  }
  for (let index = installs; index < environments; index += 1) {
    await fakeEnvironment(join(root, 'projects', `project ${index}`, '.venv'));
  }
  for (let index = 0; index < 400; index += 1) {
    await mkdir(join(root, 'Documents', `folder ${index % 20}`, `paper ${index}`), {
      recursive: true,
    });
  }
  return root;
}

async function fakeEnvironment(at: string): Promise<void> {
  const site = join(at, 'lib', 'python3.11', 'site-packages');
  await mkdir(join(at, 'bin'), { recursive: true });
  await mkdir(join(site, 'torch'), { recursive: true });
  await writeFile(
    join(at, 'pyvenv.cfg'),
    `home = /usr/bin\nversion = 3.11.7\ncommand = /usr/bin/python3 -m venv ${at}\n`,
  );
  await writeFile(join(at, 'bin', 'python'), '');
  await writeFile(
    join(site, 'torch', 'version.py'),
    "__version__ = '2.6.0+cu124'\ncuda = '12.4'\n",
  );
  for (const name of [
    'torch-2.6.0+cu124',
    'xformers-0.0.29.post3',
    ...Array.from({ length: 200 }, (_, i) => `package_${i}-1.0`),
  ]) {
    await mkdir(join(site, `${name}.dist-info`));
  }
}

async function walkAlone(folders: string[]): Promise<void> {
  for (const folder of folders) await readdir(folder, { withFileTypes: true }).catch(() => []);
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}
