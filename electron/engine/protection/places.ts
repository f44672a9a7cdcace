import path from 'node:path';
import * as z from 'zod';
import { message, type MessageRef } from '../../../shared/messages/index.ts';
import { kindRows } from '../../../shared/environment-kinds.ts';
import type { Facts } from '../../../shared/facts.ts';
import type { Install } from '../../../shared/install.ts';
import { distributionNamed } from '../../../shared/named-distribution.ts';
import type { Guard, Threat } from '../../../shared/protection.ts';
import type { Target } from '../inspection/gather-static-facts.ts';
import { namesForManager } from '../knowledge/guarded-packages.ts';
import { constraintsName, managerPlaces } from '../knowledge/protection-places.ts';
import type { System } from '../machine/system.ts';
import { parseToml } from '../machine/toml-text.ts';
import { ifUnanswered } from '../machine/unanswered.ts';
import type { FormName } from './forms/index.ts';
import {
  addressOf,
  inheritedConstraints,
  overrulingVariables,
  ownSettings,
} from './settings-of-pip.ts';

/** A file, and what is to stand in it. */
export type Place = { path: string; form: FormName; wanted: string[] };
export type Kept = {
  guards: readonly Guard[];
  threats: readonly Threat[];
  distributions: Facts['distributions'];
};
/** Files in the order in which they are written, and who would not be held back. */
export type Places = { places: Place[]; uncovered: MessageRef[] };

/** Which files keep these packages for this environment, and for the install around it. */
export async function placesFor(
  system: System,
  { environment, install }: Target,
  /** What is to be kept, from whom, and beside which packages. */
  kept: Kept,
  comfyuiRuns: boolean,
): Promise<Places> {
  const { guards } = kept;
  const root = environment.environmentRoot;
  const lines = guards.map(({ name, specifier }) => name + specifier);
  const constraints = path.join(root, constraintsName);
  const settings = ownSettings(system, root);
  const address = addressOf(constraints);
  const overruled = await overrulingVariables(system, address);
  const inherited = await inheritedConstraints(system, settings);
  const own: Place[] = [
    // pip stops where a file of constraints is missing: it comes first, and goes last.
    { path: constraints, form: 'constraints', wanted: lines },
    { path: settings, form: 'pip', wanted: [address, ...inherited] },
  ];
  const folders = install ? uvFolders(environment, install) : [];
  const uv = await Promise.all(folders.map((folder) => uvPlace(system, folder, lines)));
  const manager = install ? await managerFiles(system, install, kept) : [];
  const uncovered = [
    ...overruled.map((name) => message('protection.uncovered.variable', { name })),
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
 * The folders that uv is started in: those of ComfyUI and its data, and of a portable build the one
 * above, where its start scripts stand. Source: ComfyUI .ci/windows_nvidia_base_files/
 * run_nvidia_gpu.bat; comfyui-manager 4.2.2 unified_dep_resolver.py runs uv where ComfyUI was started.
 */
function uvFolders({ kind, environmentRoot }: Target['environment'], install: Install): string[] {
  const { dataRoot, sourceRoot } = install;
  const above = path.dirname(sourceRoot);
  const isPortable = kind === 'embedded' && path.dirname(environmentRoot) === above;
  return [...new Set([dataRoot, sourceRoot, ...(isPortable ? [above] : [])])];
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

const withUv = z.object({ tool: z.object({ uv: z.object({}) }) });

async function settingsOfUv(system: System, folder: string): Promise<string | null> {
  const own = path.join(folder, 'uv.toml');
  if (await system.files.info(own).catch(ifUnanswered(null))) return own;
  const project = path.join(folder, 'pyproject.toml');
  const text = await system.files.readText(project).catch(ifUnanswered(null));
  return text !== null && withUv.safeParse(parseToml(text)).success ? project : null;
}

async function managerFiles(
  system: System,
  install: Pick<Install, 'userDir' | 'dataRoot'>,
  { guards, threats, distributions }: Kept,
): Promise<{ place: Place; keptInMemory: boolean }[]> {
  const package4 = distributionNamed(distributions, 'comfyui-manager');
  const found = await Promise.all(
    managerPlaces.map(async ({ from, folder, file, takes, mustExist, keptInMemory }) => {
      const location = await {
        userDir: () => path.join(install.userDir, ...folder.split('/')),
        customNodes: () => nodeFolder(system, install.dataRoot, folder),
        package: () => package4 && path.join(path.dirname(package4.location), folder),
      }[from]();
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
