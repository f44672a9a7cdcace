import { randomUUID } from 'node:crypto';
import { join, resolve } from 'node:path';
import { createEngine } from '../../electron/engine/create-engine.ts';
import { createNodeSystem } from '../../electron/engine/machine/node-system.ts';
import type { OperationEvent, OperationResult } from '../../shared/operation.ts';
import type { StartRequest } from '../../shared/contract.ts';
import { startIndex } from '../support/index-server.ts';
import { makeScenario } from '../support/scenarios.ts';
import { makeTemporaryFolder } from '../support/temporary-folders.ts';

/**
 * From the click to a proved xFormers, as a ratio to `pip install` of the same wheel, which proves
 * nothing, in turns. `ENVIRONMENT [ROUNDS]` is a real one whose xFormers does not fit, with its own
 * index; without, one that is made up. Each round is put back; the wheels come out of pip's cache.
 */
const most = 1.5;
const [given, rounds = '3'] = process.argv.slice(2);
const index = given === undefined ? await startIndex() : null;
const root = given === undefined ? (await makeScenario('mismatched')).root : resolve(given);
const system = createNodeSystem(resolve('out'));
const stateFolder = await makeTemporaryFolder('bench-swap');
const engine = await createEngine({
  system: index
    ? { ...system, environment: { ...system.environment, ...index.environment() } }
    : system,
  clock: () => new Date(),
  newId: randomUUID,
  stateFolder,
  version: '0.0.0-bench',
});
const events: OperationEvent[] = [];
engine.subscribe((event) => events.push(event));
const targetId = await engine.resolveTarget(root);
const python = join(root, process.platform === 'win32' ? 'Scripts/python.exe' : 'bin/python');

const { plan } = await result('plan', { kind: 'plan', targetId, goal: 'xformers' });
const change = plan.changes.find(({ name }) => name === 'xformers');
if (!change) throw new Error('there is no xFormers to exchange');
const action = plan.actions[0];
const indexUrl = action?.kind === 'pip-install' ? action.indexUrl : null;
// Once to fill pip's cache, and to compile what is compiled once.
await byPip(change.to ?? '');
await byPip(change.from ?? '');

const pairs: { pip: number; fix: number }[] = [];
for (let round = 0; round < Number(rounds); round += 1) {
  const pip = await byPip(change.to ?? '');
  await byPip(change.from ?? '');
  const { plan: again } = await result('plan', { kind: 'plan', targetId, goal: 'xformers' });
  events.length = 0;
  const start = performance.now();
  const { fix } = await result('fix', { kind: 'fix', planId: again.id });
  const took = performance.now() - start;
  if (fix.outcome !== 'fixed') throw new Error(JSON.stringify(fix.problem));
  say(`round ${round + 1}: pip alone ${seconds(pip)}, ours ${seconds(took)}: ${stepTimes()}`);
  await result('rollback', { kind: 'rollback', targetId });
  pairs.push({ pip, fix: took });
}
const ratios = pairs.map(({ pip, fix }) => fix / pip).sort((a, b) => a - b);
const ratio = ratios[Math.floor(ratios.length / 2)] ?? 0;
say(`ratio ${ratio.toFixed(2)} (at most ${most})`);
await system.files.remove(stateFolder);
await index?.close();
// Beside a made-up torch, which imports in no time, the start of a Python is all there is.
if (given !== undefined && ratio > most) process.exitCode = 1;

async function result<K extends OperationResult['kind']>(
  kind: K,
  request: Extract<StartRequest, { kind: K }>,
): Promise<Extract<OperationResult, { kind: K }>> {
  const { operationId } = await engine.start(request, { named: true });
  const { result: ended, problem } = await engine.ended(operationId);
  if (ended?.kind !== kind) throw new Error(JSON.stringify(problem));
  return ended as Extract<OperationResult, { kind: K }>;
}

/** What somebody would type. */
async function byPip(version: string): Promise<number> {
  const start = performance.now();
  const words = ['-m', 'pip', 'install', '--no-deps', `xformers==${version}`];
  const own = indexUrl === null ? [] : ['--index-url', indexUrl];
  await system.run(
    { program: python, arguments: [...words, ...own] },
    { environment: index?.environment() ?? {} },
  );
  return performance.now() - start;
}

function stepTimes(): string {
  const begun = new Map<string, number>();
  return events
    .flatMap((event) => {
      if (event.type === 'step-started') begun.set(event.step, Date.parse(event.at));
      if (event.type !== 'step-ended') return [];
      return [`${event.step} ${seconds(Date.parse(event.at) - (begun.get(event.step) ?? 0))}`];
    })
    .join(', ');
}

function seconds(milliseconds: number): string {
  return `${(milliseconds / 1000).toFixed(2)} s`;
}

function say(text: string): void {
  process.stdout.write(`${text}\n`);
}
