import { spawn } from 'node:child_process';
import { closeSync, existsSync, mkdtempSync, openSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const repository = fileURLToPath(new URL('../../', import.meta.url));

/** The tool that runs Windows programs here: WINDOWS_LAB, or the one beside the checkout. */
export const labTool =
  process.env['WINDOWS_LAB'] ?? join(repository, '../shared/tools/windows-lab');

/** @returns {string | null} why the lab cannot be had; null where it can. */
export function whyNoLab() {
  if (process.platform === 'win32') return 'this is Windows itself';
  if (!existsSync(labTool)) return `there is no windows-lab tool at ${labTool}`;
  return null;
}

/**
 * One Windows program to its end. Wine's Node cannot write into a pipe of ours, so it gets files.
 * @param {readonly string[]} words what follows `windows-lab`
 * @param {Record<string, string>} [environment] laid over that of this process
 */
export async function runInLab(words, environment = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'attention-doctor-lab-'));
  const files = { stdout: join(folder, 'stdout'), stderr: join(folder, 'stderr') };
  const out = openSync(files.stdout, 'w');
  const error = openSync(files.stderr, 'w');
  try {
    const child = spawn(labTool, words, {
      stdio: ['ignore', out, error],
      env: { ...process.env, ...environment },
      timeout: 240_000,
    });
    /** @type {number | null} */
    const exitCode = await new Promise((resolve, reject) => {
      child.on('error', reject);
      child.on('exit', resolve);
    });
    const stdout = readFileSync(files.stdout, 'utf8');
    return { exitCode, stdout, stderr: readFileSync(files.stderr, 'utf8') };
  } finally {
    closeSync(out);
    closeSync(error);
    rmSync(folder, { recursive: true, force: true });
  }
}

/**
 * The same, and a failure is one of the lab.
 * @param {readonly string[]} words
 */
export async function mustRunInLab(words) {
  const { exitCode, stdout, stderr } = await runInLab(words);
  if (exitCode !== 0) {
    throw new Error(`windows-lab ${words.join(' ')} ended with ${exitCode}: ${stderr || stdout}`);
  }
  return stdout.trim();
}

/**
 * Starts a Python of Windows; its streams are pipes, since it cannot start with files.
 * @param {string} program the Windows path of a python.exe
 * @param {readonly string[]} words
 * @param {Record<string, string>} [environment] laid over that of this process
 */
export function startPythonInLab(program, words, environment = {}) {
  return spawn(labTool, ['run', program, ...words], { env: { ...process.env, ...environment } });
}

/** The folder of this machine that is drive C: there. */
export function labDrive() {
  return mustRunInLab(['drive']);
}

/**
 * A path of this machine as Windows sees it: the whole disk is drive Z: there.
 * @param {string} path
 */
export function windowsPath(path) {
  return `Z:${path.replaceAll('/', '\\')}`;
}
