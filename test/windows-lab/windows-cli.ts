import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { cliBundle, readAnswer, type CliRun, type JsonAnswer } from '../support/command-line.ts';
import type { IndexServer } from '../support/index-server.ts';
import { makeTemporaryFolder } from '../support/temporary-folders.ts';
import { runInLab, windowsPath } from './lab.mjs';

/** A Windows user of one's own: home folder, state folder, and where pip looks. */
export type WindowsUser = {
  environment: Record<string, string>;
  /** What Wine itself is started with: it makes the code page of it. */
  wine: Record<string, string>;
};

export async function makeWindowsUser(
  index: IndexServer,
  name = 'tester',
  wine: Record<string, string> = {},
): Promise<WindowsUser> {
  const home = join(await makeTemporaryFolder('windows-user'), name);
  const there = windowsPath(home);
  const local = `${there}\\AppData\\Local`;
  return {
    wine,
    environment: {
      ...index.environment(),
      PIP_CONFIG_FILE: 'nul',
      PIP_CACHE_DIR: `${local}\\pip\\cache`,
      USERPROFILE: there,
      LOCALAPPDATA: local,
      APPDATA: `${there}\\AppData\\Roaming`,
      ATTENTION_DOCTOR_HOME: `${local}\\Attention Doctor`,
      NO_COLOR: '1',
    },
  };
}

const start = windowsPath(fileURLToPath(new URL('run-with-environment.mjs', import.meta.url)));

/** The built command line under Windows Node, as this user. */
export async function runWindowsCli(user: WindowsUser, words: readonly string[]): Promise<CliRun> {
  const file = join(await makeTemporaryFolder('windows-run'), 'run.json');
  const run = { environment: user.environment, words, cli: windowsPath(cliBundle) };
  await writeFile(file, JSON.stringify(run));
  return runInLab(['node', start, windowsPath(file)], { PIP_FIND_LINKS: '', ...user.wine });
}

export async function runWindowsCliJson(
  user: WindowsUser,
  words: readonly string[],
): Promise<JsonAnswer> {
  return readAnswer(await runWindowsCli(user, [...words, '--json']));
}
