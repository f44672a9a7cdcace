// The long form of the Windows check of `find`, with a real registry, drive letters, case,
// a junction and names in Chinese, under Windows Node on Wine:
//   npm run build -- cli && node test/windows-lab/find-long.mjs [--cli FILE] [--keep]
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { environment, expected, isOfMachine, makeMachine, removeMachine } from './find-machine.mjs';
import { mustRunInLab, whyNoLab, windowsPath } from './lab.mjs';

const here = (path) => fileURLToPath(new URL(path, import.meta.url));
const words = process.argv.slice(2);
const given = words.indexOf('--cli');
const cli = given === -1 ? here('../../out/cli.js') : (words[given + 1] ?? '');

/** @param {string} line */
function say(line) {
  process.stdout.write(`${line}\n`);
}

/** What `find` lists on the machine, as lines that can be compared. */
async function listFound() {
  const folder = mkdtempSync(join(tmpdir(), 'attention-doctor-lab-'));
  try {
    const file = join(folder, 'run.json');
    const run = { environment, words: ['find', '--json'], cli: windowsPath(cli) };
    writeFileSync(file, JSON.stringify(run));
    const start = here('./run-with-environment.mjs');
    const answer = await mustRunInLab(['node', windowsPath(start), windowsPath(file)]);
    const found = JSON.parse(answer);
    say(`find took ${found.elapsedMs ?? '?'} ms inside.`);
    return found.environments
      .filter(({ executable }) => isOfMachine(executable))
      .map(({ executable, kind, version, problems }) =>
        lineOf([executable, kind, version, problems.map(({ code }) => code).join()]),
      );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Windows does not tell case apart. */
function lineOf([program = '', ...rest]) {
  return [program.toLowerCase(), ...rest].join(' | ');
}

async function main() {
  const missing = whyNoLab();
  if (missing !== null) {
    say(`Skipped: ${missing}.`);
    return 0;
  }
  try {
    await makeMachine();
    const found = await listFound();
    const wanted = expected.map(lineOf);
    const lost = wanted.filter((line) => !found.includes(line));
    const extra = found.filter((line, at) => !wanted.includes(line) || found.indexOf(line) !== at);
    for (const line of lost) say(`missing: ${line}`);
    for (const line of extra) say(`too much: ${line}`);
    say(`${wanted.length - lost.length} of ${wanted.length} found, ${extra.length} too much.`);
    return lost.length + extra.length > 0 ? 1 : 0;
  } finally {
    if (!words.includes('--keep')) await removeMachine();
  }
}

process.exitCode = await main();
