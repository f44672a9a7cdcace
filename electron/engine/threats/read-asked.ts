import path from 'node:path';
import type { Install } from '../../../shared/install.ts';
import type { System } from '../machine/system.ts';
import { ifUnanswered } from '../machine/unanswered.ts';
import { requirementOf, type FileRequirement } from '../packages/requirements-file.ts';
import { readRequirementsList } from '../packages/requirements-list.ts';
import type { Asked } from './asked.ts';
import { pipCallsIn } from './install-script.ts';
import { dependenciesIn } from './pyproject-dependencies.ts';

/** Bytes; a larger one is no project file and no install script. */
const largestFile = 1024 * 1024;
/** Nodes of a crowded install; what comes after them is not looked at. */
const mostNodes = 1000;

/** What ComfyUI and every custom node that is not switched off ask for, as their files say it. */
export async function readAsked(
  system: System,
  install: Pick<Install, 'sourceRoot' | 'dataRoot'>,
): Promise<Asked[]> {
  const roots = [...new Set([install.sourceRoot, install.dataRoot])];
  const folders = await Promise.all(roots.map((root) => nodesBelow(system, root)));
  const nodes = folders.flat().slice(0, mostNodes);
  const all = await Promise.all([
    ofRequirements(system, { source: 'ComfyUI', kind: 'comfyui' }, install.sourceRoot),
    ...nodes.map((folder) => ofNode(system, folder)),
  ]);
  return all.flatMap((each) => each ?? []);
}

async function nodesBelow(system: System, root: string): Promise<string[]> {
  const folder = path.join(root, 'custom_nodes');
  const entries = (await system.files.list(folder).catch(ifUnanswered(null))) ?? [];
  return entries
    .filter(({ name, kind }) => kind !== 'file' && !/^[._]|\.disabled$/i.test(name))
    .map(({ name }) => path.join(folder, name));
}

type Owner = Pick<Asked, 'source' | 'kind'>;

async function ofNode(system: System, folder: string): Promise<Asked[]> {
  const owner: Owner = { source: path.basename(folder), kind: 'node' };
  const listed = await ofRequirements(system, owner, folder);
  // Where there is a list, installers take that alone.
  const [projected, called] = await Promise.all([
    listed === null ? ofProject(system, owner, folder) : [],
    ofScript(system, owner, folder),
  ]);
  return [...(listed ?? []), ...projected, ...called];
}

/** null: there is no such file. */
async function ofRequirements(
  system: System,
  owner: Owner,
  folder: string,
): Promise<Asked[] | null> {
  const file = path.join(folder, 'requirements.txt');
  const found = await readRequirementsList(system, file);
  if (found === null) return null;
  return found.requirements.map(({ from, requirement }) => ({
    ...owner,
    file: from,
    requirement,
    upgrades: false,
    besideTorch: namesTorch(found.requirements.map((each) => each.requirement)),
    within: found.constraints
      .filter(({ name }) => name === requirement.name)
      .map(({ specifier }) => specifier),
  }));
}

async function ofProject(system: System, owner: Owner, folder: string): Promise<Asked[]> {
  const file = path.join(folder, 'pyproject.toml');
  const text = await readSmall(system, file);
  const requirements = dependenciesIn(text).flatMap((each) => requirementOf(each) ?? []);
  const besideTorch = namesTorch(requirements);
  return requirements.map((requirement) => ({
    ...{ ...owner, file, requirement, upgrades: false, besideTorch, within: [] },
  }));
}

async function ofScript(system: System, owner: Owner, folder: string): Promise<Asked[]> {
  const file = path.join(folder, 'install.py');
  const text = await readSmall(system, file);
  return pipCallsIn(text).flatMap(({ requirements, upgrades }) =>
    requirements.map((requirement) => {
      const besideTorch = namesTorch(requirements);
      return { ...owner, file, requirement, upgrades, besideTorch, within: [] };
    }),
  );
}

function namesTorch(requirements: readonly FileRequirement[]): boolean {
  return requirements.some(({ name }) => name === 'torch');
}

async function readSmall(system: System, file: string): Promise<string> {
  const text = await system.files.readText(file, { limit: largestFile }).catch(ifUnanswered(null));
  return text ?? '';
}
