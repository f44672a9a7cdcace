import path from 'node:path';
import * as z from 'zod';
import { message, type MessageRef } from '../../../shared/messages/index.ts';
import { kindRows } from '../../../shared/environment-kinds.ts';
import type { Install } from '../../../shared/install.ts';
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
  const settings = ownSettings(system, root);
  const address = addressOf(constraints);
  const overruled = await overrulingVariables(system, address);
  const inherited = await inheritedConstraints(system, settings);
  const own: Place[] = [
    // pip stops where a file of constraints is missing: it comes first, and goes last.
    { path: constraints, form: 'constraints', wanted: lines },
    { path: settings, form: 'pip', wanted: [address, ...inherited] },
  ];
  const folders = install ? [...new Set([install.dataRoot, install.sourceRoot])] : [];
  const uv = await Promise.all(folders.map((folder) => uvPlace(system, folder, lines)));
  const manager = install ? await managerFiles(system, install, guards, threats) : [];
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
