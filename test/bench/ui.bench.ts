import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Page } from '@playwright/test';
import { ensureBuilt } from '../../build/build.mjs';
import { fromRoot } from '../../build/paths.mjs';
import { environmentOf, makeMachine } from '../e2e/fixtures/machine.ts';
import { openBrowser } from '../e2e/fixtures/open-browser.ts';
import { makeComfyUiClone } from '../support/scenarios.ts';

/**
 * The wizard in the browser: its size, the first paint, the list with the verdicts of 25 installs, and
 * a log of 100,000 lines. In the same run a blank page of this browser and `find --verdicts` of the
 * command line are timed, and told as ratios.
 */
const installs = 25;
const lines = 100_000;
const limits = { gzip: 250_000, paint: 500, list: 1500, task: 100 };
/** Where even a blank page needs so many milliseconds others use the machine: then ratios decide. */
const busyBlank = 100;
const ratios = { paint: 6, list: 2 };

await ensureBuilt(['renderer', 'cli']);
const bytes = await sizeOf(fromRoot('out/renderer/assets'));
say('renderer, gzip -9', bytes / 1000, limits.gzip / 1000, 'kB');

const { machine, remove } = await makeMachine();
for (let count = 0; count < installs; count += 1) {
  const at = path.join(machine.home, `place-${count}`, 'ComfyUI');
  await mkdir(path.dirname(at), { recursive: true });
  await makeComfyUiClone(count % 5 === 0 ? 'mismatched' : 'healthy', { at });
}
const begun = performance.now();
const wizard = await openBrowser(machine);
const { page } = wizard;
try {
  const loaded = performance.now();
  const cards = page.getByRole('radio', { description: /^(?:Needs repair|Fine|Harmless)/ });
  await cards.nth(installs - 1).waitFor({ timeout: 60_000 });
  const list = await page.evaluate(() => performance.now());
  const blank = await blankPaint();
  const paint = await paintOf(page);
  const alone = await findAlone();
  const isBusy = blank > busyBlank;
  console.log(`find --verdicts alone         ${alone.toFixed(0)} ms`);
  console.log(`server, browser and page      ${(loaded - begun).toFixed(0)} ms`);
  console.log(`a blank page paints           ${blank.toFixed(0)} ms`);
  say('first paint', paint, limits.paint, 'ms');
  sayRatio('of a blank page', paint / blank, ratios.paint);
  say('list with every verdict', list, limits.list, 'ms');
  sayRatio('of find --verdicts', list / alone, ratios.list);
  if (isBusy) console.log('this machine is busy: only the ratios decide about times');
  judge([bytes <= limits.gzip]);
  judge(
    isBusy
      ? [paint / blank <= ratios.paint, list / alone <= ratios.list]
      : [paint <= limits.paint, list <= limits.list],
  );

  const longest = await longestTask(page, async () => {
    const file = path.join(machine.home, 'long.log');
    const text = Array.from({ length: lines }, (_, at) => `[INFO] step ${at} of a long render`);
    await writeFile(file, text.join('\n'));
    await page.getByRole('button', { name: 'Read a log' }).click();
    await page.setInputFiles('input[type=file]', file);
    await page.getByRole('heading', { level: 1, name: /nothing|known/i }).waitFor();
  });
  say(`longest task, ${lines} lines read`, longest, limits.task, 'ms');
  judge([isBusy || longest <= limits.task]);
} finally {
  await wizard.close();
  await remove();
}

/** JavaScript that the first page loads: what is fetched later has a name of its own. */
async function sizeOf(folder: string): Promise<number> {
  const names = (await readdir(folder)).filter((name) => /^index.*\.js$/.test(name));
  const sizes = names.map(async (name) => {
    return gzipSync(await readFile(path.join(folder, name)), { level: 9 }).length;
  });
  return (await Promise.all(sizes)).reduce((sum, each) => sum + each, 0);
}

/** What this browser needs for a page with one word, milliseconds. */
async function blankPaint(): Promise<number> {
  const blank = await page.context().newPage();
  await blank.goto(`${wizard.origin}/icon.svg`);
  const time = await blank.evaluate(() => performance.now());
  await blank.close();
  return time;
}

async function paintOf(shown: Page): Promise<number> {
  return shown.evaluate(() => {
    const [first] = performance.getEntriesByName('first-contentful-paint');
    return first?.startTime ?? Number.NaN;
  });
}

/** The longest task of the page while something is done, milliseconds; 0: none over 50. */
async function longestTask(shown: Page, act: () => Promise<void>): Promise<number> {
  await shown.evaluate(() => {
    const tasks: number[] = [];
    Reflect.set(window, 'tasks', tasks);
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) tasks.push(duration);
    }).observe({ type: 'longtask' });
  });
  await act();
  return shown.evaluate(() => Math.max(0, ...(Reflect.get(window, 'tasks') as number[])));
}

/** The same search without a page, milliseconds. */
async function findAlone(): Promise<number> {
  const start = performance.now();
  const words = [fromRoot('out/cli.js'), 'find', '--verdicts', '--json'];
  const child = spawn(process.execPath, words, { env: environmentOf(machine), stdio: 'ignore' });
  await once(child, 'exit');
  return performance.now() - start;
}

function say(what: string, value: number, limit: number, unit: string): void {
  console.log(`${what.padEnd(29)} ${value.toFixed(0)} ${unit}, at most ${limit}`);
}
function sayRatio(what: string, value: number, limit: number): void {
  console.log(`  ${what.padEnd(27)} ${value.toFixed(2)}, at most ${limit}`);
}
function judge(met: readonly boolean[]): void {
  if (met.includes(false)) process.exitCode = 1;
}
