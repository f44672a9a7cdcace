import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { makeTemporaryFolder } from '../support/temporary-folders.ts';
import { makeEnvironment } from '../support/environments.ts';
import { indexEnvironment, startIndex } from '../support/index-server.ts';
import { cleanEnvironment } from '../support/environments.ts';
import { standardCatalogue } from '../support/wheels/catalogue.ts';
import { numpyWheel, tritonWheel } from '../support/wheels/companions.ts';
import { torchWheel } from '../support/wheels/torch.ts';
import { xformersWheel } from '../support/wheels/xformers.ts';

/**
 * The most memory of the command line in each step of a repair that replaces many files:
 * `npm run bench -- memory [FILES]`. Of its own process alone (VmHWM), beside that of an empty
 * Node; Linux only.
 */
const files = Number(process.argv[2] ?? 16_000);
const folder = await makeTemporaryFolder('bench-memory');
const cli = join(process.cwd(), 'out', 'cli.js');
const watcher = join(folder, 'most-memory.cjs');
await writeFile(
  watcher,
  `process.on('exit', () => {
    const status = require('node:fs').readFileSync('/proc/self/status', 'utf8');
    process.stderr.write('VmHWM ' + /VmHWM:\\s+(\\d+)/.exec(status)[1]);
  });`,
);

const many = (release: string): Record<string, string> =>
  Object.fromEntries(
    Array.from({ length: files }, (_, at) => [
      `xformers/ops/generated/kernels_${at % 40}/instance_${at}_forward_sm80.py`,
      `${release} ${at}\n`,
    ]),
  );
const old = xformersWheel({ version: '0.0.27', torch: '2.3.1+cu121', files: many('old') });
const fresh = xformersWheel({
  version: '0.0.29.post3',
  torch: '2.6.0+cu124',
  files: many('new'),
});
const others = [
  torchWheel({ version: '2.6.0+cu124' }),
  numpyWheel({ version: '2.2.6' }),
  tritonWheel({ version: '3.2.0' }),
];
const simple = (standardCatalogue().simple ?? []).filter(({ name }) => name !== 'xformers');
const index = await startIndex({ catalogue: { simple: [...simple, fresh], 'whl/cu124': [] } });
const { root } = await makeEnvironment({ packages: [...others, old] });
const variables = cleanEnvironment({
  ...indexEnvironment(`${index.address}/simple/`, `${index.address}/whl`),
  HOME: folder,
  ATTENTION_DOCTOR_HOME: join(folder, 'state'),
});

const empty = await most(['-e', '0']);
line('an empty Node', empty);
const steps = {
  start: ['--version'],
  find: ['find', '--root', root, '--only-roots'],
  diagnose: ['diagnose', root],
  fix: ['fix', root, '--yes'],
  rollback: ['rollback', root, '--yes'],
};
for (const [name, words] of Object.entries(steps)) line(name, await most([cli, ...words]));
await index.close();

/** MiB. Throws where the program fails, but for a verdict (1). */
async function most(words: string[]): Promise<number> {
  const child = spawn(process.execPath, ['--require', watcher, ...words], {
    env: variables,
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let said = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => (said += text));
  const [code] = await once(child, 'close');
  const kibibytes = /VmHWM (\d+)$/.exec(said)?.[1];
  if (kibibytes === undefined || (code !== 0 && code !== 1)) throw new Error(said);
  return Number(kibibytes) / 1024;
}

function line(what: string, mebibytes: number): void {
  const above = (mebibytes - (empty ?? mebibytes)).toFixed(0);
  process.stdout.write(
    `${what.padEnd(16)} ${mebibytes.toFixed(0)} MiB, ${above} above an empty Node\n`,
  );
}
