import path from 'node:path';
import type { Environment } from '../../../shared/install.ts';
import type { Action, EditAction, Wheel } from '../../../shared/plan.ts';
import type { System } from '../machine/system.ts';
import { pipCommand } from '../pip/own-pip.ts';
import { withoutCredentials } from '../knowledge/torch-index.ts';
import {
  buildWords,
  changeWords,
  downloadWords,
  listOf,
  sourcesList,
  wheelsFolder,
} from '../pip/pip-words.ts';
import { readable } from '../pip/run-pip.ts';
import { torchIndexUrl } from '../pip/torch-index.ts';
import type { Intent } from './intent.ts';
import type { Resolved } from './resolve.ts';

/** What is done, in the order in which it is done. */
export function actionsOf(
  system: System,
  { remove, setAside = [], mirror }: Intent,
  edits: readonly EditAction[],
  parts: Resolved,
): Action[] {
  const installs = parts.map(
    ({ part: { index, forceReinstall, build, wheelFile, wheelFits }, wheels }): Action => {
      const indexUrl =
        index === 'default'
          ? (mirror?.pypi ?? null)
          : withoutCredentials(torchIndexUrl(system, index.torchVariant, mirror?.pytorch));
      const sources = {
        ...(build ? { build } : {}),
        ...(wheelFile ? { wheelFile } : {}),
        ...(wheelFits ? { wheelFits } : {}),
      };
      return { kind: 'pip-install', wheels, indexUrl, forceReinstall, ...sources };
    },
  );
  // What is in the way of a new package is not in the way of one that is there already.
  const removes = remove.length > 0 && installs.length > 0;
  return [
    ...edits,
    ...(setAside.length > 0 ? [{ kind: 'set-aside' as const, paths: [...setAside] }] : []),
    ...(removes ? [{ kind: 'pip-uninstall' as const, names: remove }] : []),
    ...installs,
  ];
}

/**
 * What will run, for reading only; the files of the repair by their names, since their folder is
 * not there yet. What no program runs for is told as what becomes of which file.
 */
export async function commandsOf(
  system: System,
  actions: readonly Action[],
  environment: Environment,
): Promise<string[]> {
  const shown = async (words: string[]): Promise<string> => {
    const command = await pipCommand(system, environment, words);
    return readable(command.program, command.arguments);
  };
  const downloads = actions.flatMap((action): (string | Promise<string>)[] => {
    if (action.kind !== 'pip-install') return [];
    const index = action.indexUrl === null ? '' : `PIP_INDEX_URL=${action.indexUrl} `;
    const { build } = action;
    if (build) {
      const set = Object.entries(build.variables).map(([name, value]) => `${name}=${value} `);
      const files = { wheels: wheelsFolder, list: sourcesList };
      return [shown(buildWords(build, files)).then((text) => set.join('') + index + text)];
    }
    const { wheelFile } = action;
    const isOwn = ({ fileName }: Wheel): boolean =>
      wheelFile !== undefined && path.basename(wheelFile) === fileName;
    const copied = action.wheels.filter(isOwn).map(() => `${wheelFile ?? ''}: -> ${wheelsFolder}`);
    const fetched = action.wheels.filter((each) => !isOwn(each));
    if (fetched.length === 0) return copied;
    const words = downloadWords(fetched, wheelsFolder);
    return [...copied, shown(words).then((text) => index + text)];
  });
  const changes = actions.flatMap((action, number): (string | Promise<string>)[] => {
    switch (action.kind) {
      case 'edit-file':
        return [`${action.path}: +${action.add.join(' +')}`];
      case 'set-aside':
        return action.paths.map((each) => `${each}: -> saved`);
      default:
        return [shown(changeWords(action, { wheels: wheelsFolder, list: listOf(number) }))];
    }
  });
  return Promise.all([...downloads, ...changes]);
}
