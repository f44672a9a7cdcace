/**
 * npm test [-- --e2e]: unit, contract and integration tests, then the same wizard specs in a
 * browser, in an Electron window, and the packaged app. What this machine lacks is said and
 * counted as skipped. The last line is `N passed, N failed`.
 */
import { mkdirSync, rmSync } from 'node:fs';
import { ensureBuilt } from './build.mjs';
import { e2eProjects, needsVirtualScreen } from './e2e-projects.mjs';
import { fromRoot } from './paths.mjs';
import { runNode, runProgram } from './run-program.mjs';
import { say } from './say.mjs';
import {
  closingLine,
  failedTests,
  playwrightTotals,
  shakyTests,
  sum,
  vitestTotals,
} from './test-reports.mjs';

/** @typedef {import('./test-reports.mjs').Totals} Totals */

const reports = fromRoot('out/test');
const playwright = fromRoot('node_modules/@playwright/test/cli.js');
const onlyE2e = process.argv.includes('--e2e');

/** @returns {Promise<Totals>} */
async function runVitest() {
  const file = `${reports}/vitest.json`;
  const code = await runNode([
    fromRoot('node_modules/vitest/vitest.mjs'),
    'run',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${file}`,
  ]);
  return vitestTotals(file, code);
}

/**
 * @param {string[]} projects
 * @returns {Promise<Totals>}
 */
async function runPlaywright(projects) {
  if (!projects.length) return sum([]);
  const file = `${reports}/playwright.json`;
  const parameters = [playwright, 'test', '--reporter=list,json', ...named(projects)];
  const env = { ...process.env, PLAYWRIGHT_JSON_OUTPUT_FILE: file };
  const windows = projects.some((name) => name !== 'browser');
  const code =
    windows && needsVirtualScreen()
      ? await runProgram('xvfb-run', ['-a', process.execPath, ...parameters], { env })
      : await runNode(parameters, { env });
  for (const { title, again, page } of shakyTests(file)) {
    say(`not at the first try, and ${again} at the last: ${title}\n${page ?? ''}`);
  }
  return playwrightTotals(file, code);
}

/**
 * How many tests are left out with these projects.
 * @param {string[]} projects
 * @returns {Promise<Totals>}
 */
async function countSkipped(projects) {
  if (!projects.length) return sum([]);
  const file = `${reports}/skipped.json`;
  const parameters = [playwright, 'test', '--list', '--reporter=json', ...named(projects)];
  const env = { ...process.env, PLAYWRIGHT_JSON_OUTPUT_FILE: file };
  await runNode(parameters, { env, stdio: ['ignore', 'ignore', 'inherit'] });
  const { passed, skipped } = playwrightTotals(file, 0);
  return { passed: 0, failed: 0, skipped: passed + skipped };
}

/** @param {string[]} projects */
function named(projects) {
  return projects.map((name) => `--project=${name}`);
}

/** @returns {Promise<Totals[]>} */
async function runE2e() {
  const projects = e2eProjects();
  const running = projects.filter(({ missing }) => missing === null).map(({ name }) => name);
  const skipped = projects.filter(({ missing }) => missing !== null);
  const all = [];
  if (running.includes('packaged')) {
    say('packing the desktop app for its smoke test ...');
    const code = await runNode([fromRoot('build/package.mjs'), '--dir'], {
      stdio: ['ignore', 'ignore', 'inherit'],
    });
    if (code !== 0) all.push({ passed: 0, failed: 1, skipped: 0 });
  }
  all.push(await runPlaywright(running));
  all.push(await countSkipped(skipped.map(({ name }) => name)));
  for (const { name, missing } of skipped) {
    say(`skipped: the e2e tests "${name}", because ${missing}`);
  }
  return all;
}

mkdirSync(reports, { recursive: true });
for (const name of ['vitest', 'playwright', 'skipped'])
  rmSync(`${reports}/${name}.json`, { force: true });
/** @type {Totals[]} */
const totals = [];
try {
  await ensureBuilt(['renderer', 'desktop', 'cli']);
  if (!onlyE2e) totals.push(await runVitest());
  totals.push(...(await runE2e()));
} catch (error) {
  say(error instanceof Error ? error.message : String(error));
  totals.push({ passed: 0, failed: 1, skipped: 0 });
}
for (const failed of failedTests(`${reports}/vitest.json`)) say(`failed: ${failed}`);
const total = sum(totals);
process.exitCode = total.failed ? 1 : 0;
process.stdout.write(`${closingLine(total)}\n`);
