import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { System } from '../machine/system.ts';
import { ifUnanswered } from '../machine/unanswered.ts';
import { constraintsIn } from './forms/pip-settings-form.ts';

/** The file of settings that pip of this environment always reads. */
export function ownSettings({ platform }: Pick<System, 'platform'>, root: string): string {
  return path.join(root, platform === 'win32' ? 'pip.ini' : 'pip.conf');
}

/**
 * pip parts the values of this setting at blanks and reads its file in the machine's encoding: a path
 * with either is written as an address. Source: pip/_internal/cli/parser.py and req_file.py, 26.3.
 */
export function addressOf(file: string): string {
  return /^[\w./\\:~+-]+$/.test(file) ? file : pathToFileURL(file).href;
}

/**
 * The constraints of other settings files that pip takes now and that ours would hide: it has no way
 * to add to them. Source: pip documentation, configuration.
 */
export async function inheritedConstraints(system: System, own: string): Promise<string[]> {
  let general: string[] = [];
  let particular: string[] = [];
  for (const file of [...(await settingsFiles(system)), own]) {
    const text = await textOf(system, file);
    const [wide, narrow] = [constraintsIn(text, 'global'), constraintsIn(text, 'install')];
    if (wide.length > 0) general = wide;
    // What stands in our own file under this key stays there.
    if (file !== own && narrow.length > 0) particular = narrow;
  }
  return particular.length > 0 ? particular : general;
}

/**
 * The variables of this process under which pip takes no constraints of ours: one replaces the
 * setting, one names another file with it or switches all files off. Source: pip/_internal/
 * configuration.py 26.3, `_load_config_files` and the order of `OVERRIDE_ORDER`.
 */
export async function overrulingVariables(system: System, address: string): Promise<string[]> {
  const { PIP_CONSTRAINT = '', PIP_CONFIG_FILE = '' } = system.environment;
  const found: string[] = [];
  const constraints = PIP_CONSTRAINT.split(/\s+/).filter((each) => each !== '');
  if (constraints.length > 0 && !constraints.includes(address)) found.push('PIP_CONSTRAINT');
  const isNone = PIP_CONFIG_FILE === (system.platform === 'win32' ? 'nul' : '/dev/null');
  const named =
    isNone || PIP_CONFIG_FILE === ''
      ? []
      : constraintsIn(await textOf(system, PIP_CONFIG_FILE), 'install');
  if (isNone || (named.length > 0 && !named.includes(address))) found.push('PIP_CONFIG_FILE');
  return found;
}

/** The settings of the machine, then those of the user: later ones win. */
async function settingsFiles(system: System): Promise<string[]> {
  const { platform, homeFolder, environment } = system;
  const { APPDATA, ProgramData, XDG_CONFIG_HOME, PIP_CONFIG_FILE = '' } = environment;
  // Where this variable names a file, pip does not read the user's. Source: as above.
  const withUsers =
    PIP_CONFIG_FILE === '' ||
    (await system.files.info(PIP_CONFIG_FILE).catch(ifUnanswered(null))) === null;
  if (platform === 'win32') {
    const roaming = APPDATA ?? path.join(homeFolder, 'AppData', 'Roaming');
    const users = [path.join(homeFolder, 'pip', 'pip.ini'), path.join(roaming, 'pip', 'pip.ini')];
    const machine = path.join(ProgramData ?? 'C:\\ProgramData', 'pip', 'pip.ini');
    return [machine, ...(withUsers ? users : [])];
  }
  const mac = [path.join(homeFolder, 'Library', 'Application Support', 'pip', 'pip.conf')];
  const users = [
    path.join(homeFolder, '.pip', 'pip.conf'),
    ...(platform === 'darwin' ? mac : []),
    path.join(XDG_CONFIG_HOME ?? path.join(homeFolder, '.config'), 'pip', 'pip.conf'),
  ];
  return ['/etc/xdg/pip/pip.conf', '/etc/pip.conf', ...(withUsers ? users : [])];
}

async function textOf(system: System, file: string): Promise<string> {
  return (await system.files.readText(file).catch(ifUnanswered(null))) ?? '';
}
