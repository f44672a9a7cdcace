import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { message, type MessageRef } from '../../../shared/messages/index.ts';
import { kindRows } from '../../../shared/environment-kinds.ts';
import type { Install } from '../../../shared/install.ts';
import type { Guard, Threat } from '../../../shared/protection.ts';
import type { Target } from '../inspection/gather-static-facts.ts';
import { namesForManager } from '../knowledge/guarded-packages.ts';
import { constraintsName, managerPlaces } from '../knowledge/protection-places.ts';
import type { System } from '../machine/system.ts';
import { ifUnanswered } from '../machine/unanswered.ts';
import type { FormName } from './forms/index.ts';
import { constraintsIn } from './forms/pip-settings-form.ts';

/** A file, and what is to stand in it. */
export type Place = { path: string; form: FormName; wanted: string[] };
/** Files in the order in which they are written, and who would not be held back. */
export type Places = { places: Place[]; uncovered: MessageRef[] };

/** Which files keep these packages for this environment, and for the install around it. */
export async function placesFor(
  system: System,
  { environment, install }: Target,
  guards: readonly Guard[],
  threats: readonly Threat[],
  comfyuiRuns: boolean,
): Promise<Places> {
  const root = environment.environmentRoot;
  const lines = guards.map(({ name, specifier }) => name + specifier);
  const constraints = path.join(root, constraintsName);
  const settings = path.join(root, system.platform === 'win32' ? 'pip.ini' : 'pip.conf');
  const inherited = await inheritedConstraints(system, settings);
  const own: Place[] = [
    // pip stops where a file of constraints is missing: it comes first, and goes last.
    { path: constraints, form: 'constraints', wanted: lines },
    { path: settings, form: 'pip', wanted: [addressOf(constraints), ...inherited] },
  ];
  const folders = install ? [...new Set([install.dataRoot, install.sourceRoot])] : [];
  const uv = await Promise.all(folders.map((folder) => uvPlace(system, folder, lines)));
  const manager = install ? await managerFiles(system, install, guards, threats) : [];
  const uncovered = [
    ...['PIP_CONSTRAINT', 'PIP_CONFIG_FILE']
      .filter((name) => (system.environment[name] ?? '') !== '')
      .map((name) => message('protection.uncovered.variable', { name })),
    ...uv.flatMap((each) => ('uncovered' in each ? [each.uncovered] : [])),
    ...(kindRows[environment.kind].packagesBy === 'conda'
      ? [message('protection.uncovered.conda')]
      : []),
    folders.length === 0
      ? message('protection.uncovered.uv')
      : message('protection.uncovered.uv-elsewhere', { folders: folders.join(', ') }),
    ...manager
      .filter(({ keptInMemory }) => keptInMemory && comfyuiRuns)
      .map(({ place }) => message('protection.uncovered.manager-runs', { path: place.path })),
  ];
  return {
    places: [
      ...own,
      ...uv.flatMap((each) => ('place' in each ? [each.place] : [])),
      ...manager
        .filter(({ keptInMemory }) => !(keptInMemory && comfyuiRuns))
        .map(({ place }) => place),
    ],
    uncovered,
  };
}

/**
 * pip parts the values of this setting at blanks and reads its file in the machine's encoding: a path
 * with either is written as an address. Source: pip/_internal/cli/parser.py and req_file.py, 26.3.
 */
function addressOf(file: string): string {
  return /^[\w./\\:~+-]+$/.test(file) ? file : pathToFileURL(file).href;
}

/** What pip takes now: the settings that ours would hide. Source: pip documentation, configuration. */
async function inheritedConstraints(system: System, own: string): Promise<string[]> {
  const texts = await Promise.all(
    [...settingsFiles(system), own].map(async (file) => {
      const text = await system.files.readText(file).catch(ifUnanswered(null));
      return { file, text: text ?? '' };
    }),
  );
  let general: string[] = [];
  let particular: string[] = [];
  for (const { file, text } of texts) {
    const [wide, narrow] = [constraintsIn(text, 'global'), constraintsIn(text, 'install')];
    if (wide.length > 0) general = wide;
    // What stands in our own file under this key stays there.
    if (file !== own && narrow.length > 0) particular = narrow;
  }
  return particular.length > 0 ? particular : general;
}

/** The settings of the machine, then those of the user: later ones win. */
function settingsFiles({ platform, homeFolder, environment }: System): string[] {
  const { APPDATA, ProgramData, XDG_CONFIG_HOME } = environment;
  if (platform === 'win32') {
    const roaming = APPDATA ?? path.join(homeFolder, 'AppData', 'Roaming');
    return [
      path.join(ProgramData ?? 'C:\\ProgramData', 'pip', 'pip.ini'),
      path.join(homeFolder, 'pip', 'pip.ini'),
      path.join(roaming, 'pip', 'pip.ini'),
    ];
  }
  const mac = [path.join(homeFolder, 'Library', 'Application Support', 'pip', 'pip.conf')];
  return [
    '/etc/xdg/pip/pip.conf',
    '/etc/pip.conf',
    path.join(homeFolder, '.pip', 'pip.conf'),
    ...(platform === 'darwin' ? mac : []),
    path.join(XDG_CONFIG_HOME ?? path.join(homeFolder, '.config'), 'pip', 'pip.conf'),
  ];
}

/**
 * uv reads the nearest uv.toml, or pyproject.toml with its own table, from the folder that it is
 * started in upwards: a new one hides what stands above. Source: uv documentation, configuration files.
 */
async function uvPlace(
  system: System,
  folder: string,
  wanted: string[],
): Promise<{ place: Place } | { uncovered: MessageRef }> {
  const file = path.join(folder, 'uv.toml');
  const there = await system.files.info(file).catch(ifUnanswered(null));
  if (there) return { place: { path: file, form: 'uv', wanted } };
  for (let at = folder; ; at = path.dirname(at)) {
    const hidden = await settingsOfUv(system, at);
    if (hidden !== null)
      return { uncovered: message('protection.uncovered.uv-settings', { path: hidden }) };
    if (path.dirname(at) === at) return { place: { path: file, form: 'uv', wanted } };
  }
}

async function settingsOfUv(system: System, folder: string): Promise<string | null> {
  const own = path.join(folder, 'uv.toml');
  if (await system.files.info(own).catch(ifUnanswered(null))) return own;
  const project = path.join(folder, 'pyproject.toml');
  const text = await system.files.readText(project).catch(ifUnanswered(null));
  return text !== null && /^[ \t]*\[+[ \t]*tool[ \t]*\.[ \t]*uv\b/m.test(text) ? project : null;
}

async function managerFiles(
  system: System,
  install: Pick<Install, 'userDir' | 'dataRoot'>,
  guards: readonly Guard[],
  threats: readonly Threat[],
): Promise<{ place: Place; keptInMemory: boolean }[]> {
  const found = await Promise.all(
    managerPlaces.map(async ({ from, folder, file, takes, mustExist, keptInMemory }) => {
      const location =
        from === 'userDir'
          ? path.join(install.userDir, ...folder.split('/'))
          : await nodeFolder(system, install.dataRoot, folder);
      if (location === null) return [];
      const asked = mustExist ? path.join(location, file) : location;
      const wanted = wantedOfManager(takes, guards, threats);
      if (wanted.length === 0) return [];
      if (!(await system.files.info(asked).catch(ifUnanswered(null)))) return [];
      return [{ place: { path: path.join(location, file), form: takes, wanted }, keptInMemory }];
    }),
  );
  return found.flat();
}

/** The folder of a custom node that is on, whatever the case of its letters. */
async function nodeFolder(system: System, root: string, name: string): Promise<string | null> {
  const folder = path.join(root, 'custom_nodes');
  const entries = (await system.files.list(folder).catch(ifUnanswered(null))) ?? [];
  const found = entries.find((each) => each.name.toLowerCase() === name.toLowerCase());
  return found && found.kind !== 'file' ? path.join(folder, found.name) : null;
}

function wantedOfManager(
  takes: 'names' | 'downgrade' | 'overrides',
  guards: readonly Guard[],
  threats: readonly Threat[],
): string[] {
  if (takes === 'names') return namesForManager(guards, 'blacklist');
  const lowered = namesForManager(guards, 'downgrade');
  if (takes === 'downgrade') return lowered;
  // Raised is what that list does not hold back: such lines of nodes are taken for the bare name.
  const lines = threats
    .filter(({ kind, would }) => kind === 'node' && lowered.includes(would.name))
    .map(({ requirement }) => requirement);
  return [...new Set(lines)];
}
