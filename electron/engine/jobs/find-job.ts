import { message } from '../../../shared/messages/index.ts';
import { fail } from '../../../shared/problem.ts';
import { find } from '../discovery/find.ts';
import { folderToSearch } from '../discovery/named-place.ts';
import { whileWanted } from '../machine/while-wanted.ts';
import type { OperationContext, OperationEnd } from '../operations/operation-runner.ts';
import type { HostOptions } from './host-options.ts';
import { driftedOf } from './history-answers.ts';
import type { WithHistory } from './job-options.ts';
import { throttled } from './throttled.ts';

/** Searches the usual places and the folders that the user added. */
export function createFindJob(options: WithHistory) {
  const { system, settings, targets, memory } = options;
  return async function findJob(
    context: OperationContext<'find'>,
    folder: string | null,
    host: HostOptions,
  ): Promise<OperationEnd> {
    const machine = whileWanted(system, context.signal);
    if (folder !== null) await settings.addFolder(await folderToSearch(machine, folder));
    const named = (host.roots ?? []).map((root) => folderToSearch(machine, root));
    const roots = await Promise.all(named);
    const remembered = host.onlyRoots === true ? [] : settings.folders();
    const found = await context.step('search', () =>
      find(system, {
        roots: [...roots, ...remembered],
        onlyRoots: host.onlyRoots === true,
        signal: context.signal,
        onBroken: context.broken,
        onFolder: throttled((where, count) => {
          context.progress('search', message('progress.searching', { folder: where, count }));
        }),
      }),
    );
    if (context.signal.aborted) fail('cancelled');
    targets.remember(found);
    await memory.keepPlaces(found);
    // A search of one folder only is a question, not the picture of this machine.
    if (host.onlyRoots !== true) await memory.keepFound(found);
    const drifted = await driftedOf(options, found, context.signal);
    const lastResults = memory.lastResults();
    return { result: { kind: 'find', found: { ...found, lastResults, drifted } } };
  };
}
