import { randomUUID } from 'node:crypto';
import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { toDiagnosis } from '../../electron/engine/examination/diagnose.ts';
import { gatherStaticFacts } from '../../electron/engine/inspection/gather-static-facts.ts';
import { createNodeSystem } from '../../electron/engine/machine/node-system.ts';
import { environmentAt } from '../../electron/engine/pythons/environment-at.ts';
import { installWheels } from '../../electron/engine/repair/install-wheels.ts';
import { writeHead } from '../../electron/engine/repair/journal.ts';
import { boundaryOf } from '../../electron/engine/repair/places.ts';
import { proveInstalled } from '../../electron/engine/repair/prove-installed.ts';
import { takeSnapshot } from '../../electron/engine/repair/take-snapshot.ts';
import { territoryOfWheels } from '../../electron/engine/repair/territory-of-wheels.ts';
import { goBack, undoNow } from '../../electron/engine/repair/way-back.ts';
import { statePaths } from '../../electron/engine/state/state-paths.ts';
import { message } from '../../shared/messages/index.ts';
import type { Plan, Wheel } from '../../shared/plan.ts';
import { makeEnvironment } from '../support/environments.ts';
import { makeTemporaryFolder } from '../support/temporary-folders.ts';
import { buildWheel } from '../support/wheels/wheel.ts';

/**
 * Snapshot, undo and rollback of many files, as a ratio to pip's own reinstall of the same
 * wheels. With `ENVIRONMENT WHEELS` of a real environment and a folder with the wheels of (some
 * of) its packages; without, of one that is made up.
 */
const [environmentFolder, wheelFolder] = process.argv.slice(2);
const given =
  environmentFolder === undefined || wheelFolder === undefined
    ? await madeUp()
    : { root: resolve(environmentFolder), wheels: resolve(wheelFolder) };

const system = createNodeSystem();
const environment = await environmentAt(system, given.root);
if (!environment) throw new Error('no environment there');
const target = { id: environment.id, install: null, environment };
const state = await makeTemporaryFolder('bench-repair');
const staging = join(state, 'staging');
await mkdir(join(staging, 'wheels'), { recursive: true });
const facts = await gatherStaticFacts(system, target);
const ground = { system, paths: statePaths(state), target, now: new Date() };
const wheels = await wheelsIn(given.wheels);
const plan = planOf(wheels);
for (const wheel of wheels)
  await system.files.hardLink(
    join(given.wheels, wheel.fileName),
    join(staging, 'wheels', wheel.fileName),
  );

let peak = 0;
const watch = setInterval(() => {
  peak = Math.max(peak, process.memoryUsage().rss);
}, 20);

const first = await round('undo');
const second = await round('rollback');
const pip = (first.pip + second.pip) / 2;
line('files held', first.held);
line('bytes held, if nothing were shared (MiB)', first.bytes / 1024 ** 2);
line("pip's own reinstall of the same wheels (s)", pip);
tell('reading the wheels and taking the snapshot', [first.snapshot, second.snapshot], pip);
tell('undo at once', [first.undo], pip);
tell('rollback', [second.undo], pip);
line('space that the snapshot took (MiB)', first.space / 1024 ** 2);
line('most memory, tests included (MiB)', peak / 1024 ** 2);
clearInterval(watch);

async function round(way: 'undo' | 'rollback') {
  const id = randomUUID();
  const freeBefore = await system.files.freeBytes(state);
  let begin = performance.now();
  const boundary = await boundaryOf(system, given.root, []);
  const { sitePackages } = facts.interpreter;
  const files = wheels.map((wheel) => join(staging, 'wheels', wheel.fileName));
  const brought = await territoryOfWheels(system, target.environment, plan, files, {
    boundary,
    sitePackages,
  });
  const folder = join(state, 'snapshots', id);
  const at = new Date();
  let journal = await takeSnapshot(system, facts, plan, {
    folder,
    id,
    sequence: 1,
    at,
    boundary,
    brought,
    staging,
  });
  const snapshot = (performance.now() - begin) / 1000;
  const space = freeBefore - (await system.files.freeBytes(state));
  begin = performance.now();
  await installWheels(system, toDiagnosis(target, facts, 0), plan, staging, {});
  const pipTook = (performance.now() - begin) / 1000;
  journal = await proveInstalled(system, journal, new Map());
  begin = performance.now();
  if (way === 'undo') await undoNow(ground, journal);
  else {
    const head = { ...journal.head, state: 'kept' as const };
    await writeHead(system, folder, head);
    await goBack(ground, { head, folder });
  }
  const undo = (performance.now() - begin) / 1000;
  return {
    snapshot,
    pip: pipTook,
    undo,
    held: journal.territory.taken.length,
    bytes: journal.head.bytes,
    space,
  };
}

async function wheelsIn(folder: string): Promise<Wheel[]> {
  const found: Wheel[] = [];
  for (const fileName of (await readdir(folder)).filter((name) => name.endsWith('.whl'))) {
    const name = (fileName.split('-')[0] ?? '').toLowerCase().replaceAll('_', '-');
    const version = decodeURIComponent(fileName.split('-')[1] ?? '');
    if (!facts.distributions.some((each) => each.name === name && each.version === version))
      continue;
    const sha256 = await system.files.sha256(join(folder, fileName));
    found.push({ name, version, fileName, url: `file://${fileName}`, sha256, bytes: null });
  }
  return found;
}

function planOf(all: Wheel[]): Plan {
  return {
    id: 'plan-bench',
    targetId: target.id,
    environmentId: target.id,
    environmentRoot: given.root,
    executable: target.environment.executable,
    goal: 'xformers',
    actions: [{ kind: 'pip-install', wheels: all, indexUrl: null, forceReinstall: true }],
    changes: all.map(({ name, version }) => ({ name, from: version, to: version })),
    pinned: [],
    downloadBytes: null,
    diskBytes: null,
    commands: [],
    undo: message('plan.undo'),
    warnings: [],
  };
}

/** 8,000 files in 16 packages, 200 MB of them in a few large ones: small, but of the same shape. */
async function madeUp(): Promise<{ root: string; wheels: string }> {
  const folder = await makeTemporaryFolder('bench-wheels');
  const packages = Array.from({ length: 16 }, (_, number) =>
    buildWheel({
      name: `many_${number}`,
      version: '1.0',
      padding: 12_000_000,
      files: Object.fromEntries(
        Array.from({ length: 500 }, (_each, at) => [
          `many_${number}/m${at}.txt`,
          `${number} ${at}`,
        ]),
      ),
    }),
  );
  for (const wheel of packages) await writeFile(join(folder, wheel.fileName), wheel.bytes);
  const { root } = await makeEnvironment({ packages });
  return { root, wheels: folder };
}

function line(what: string, value: number): void {
  process.stdout.write(`${what.padEnd(46)} ${value.toFixed(value < 100 ? 2 : 0)}\n`);
}

function tell(what: string, seconds: number[], baseline: number): void {
  const shown = seconds.map((each) => each.toFixed(2)).join(', ');
  const ratios = seconds.map((each) => (each / baseline).toFixed(3)).join(', ');
  process.stdout.write(`${`${what} (s)`.padEnd(46)} ${shown}   ratio ${ratios}\n`);
}
