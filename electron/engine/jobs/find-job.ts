import { message } from '../../../shared/messages/index.ts';
import { fail } from '../../../shared/problem.ts';
import { find } from '../discovery/find.ts';
import { folderToSearch } from '../discovery/named-place.ts';
import { whileWanted } from '../machine/while-wanted.ts';
import type { OperationContext, OperationEnd } from '../operations/operation-runner.ts';
import { glanceAtAll } from './glances.ts';
import type { HostOptions } from './host-options.ts';
import { driftedOf } from './history-answers.ts';
import type { WithHistory } from './job-options.ts';
import { throttled } from './throttled.ts';

/** Searches the usual places and the folders that the user added. */
export function createFindJob(options: WithHistory) {
  const { system, settings, targets, memory } = options;
  return async function findJob(
    context: OperationContext<'find'>,
    { folder, glances }: { folder: string | null; glances: boolean },
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
    const installs = await Promise.all(found.installs.map(targets.withChosenPython));
    const listed = { ...found, installs };
    targets.remember(listed);
    await memory.keepPlaces(listed);
    // A search of one folder only is a question, not the picture of this machine.
    const picture = host.onlyRoots !== true;
    if (picture) await memory.keepFound(listed);
    const drifted = await driftedOf(options, listed, context.signal);
    const told = { ...listed, lastResults: memory.lastResults(), drifted };
    if (!glances) return { result: { kind: 'find', found: told } };
    context.found(told);
    const seen = await context.step('glance', () => glanceAtAll(options, context, installs));
    if (picture) await memory.keepFound({ ...listed, glances: seen });
    return { result: { kind: 'find', found: { ...told, glances: seen } } };
  };
}
