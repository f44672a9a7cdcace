import type { FolderList, MethodResult } from '../../shared/contract.ts';
import type { History } from '../../shared/history.ts';
import type { MirrorsShown } from '../../shared/mirrors.ts';
import type { Result } from '../../shared/problem.ts';
import type { TablesEdition } from '../../shared/tables-edition.ts';
import type { Backend } from '../backend/backend.ts';

export type Questions = {
  /** The mirrors that can be chosen; the time of the one that is tried. null where nobody answers. */
  mirrors: (tried?: string) => Promise<MirrorsShown | null>;
  /** Which tables count; newer ones are asked for where that is wanted. */
  tables: (renew?: 'renew') => Promise<Result<TablesEdition>>;
  /** What happened to the environment of a target. */
  history: (targetId: string) => Promise<Result<History>>;
  /** What uses the Python of this target now; null where that cannot be seen. */
  inUse: (targetId: string) => Promise<MethodResult<'inUse'>['programs'] | null>;
  /** `wheels`: with the wheel files in it. */
  listFolders: (folderId?: string, wheels?: boolean) => Promise<Result<FolderList>>;
};

/** What the page asks for one part of itself: the store keeps nothing of the answer. */
export function createQuestions(backend: Backend): Questions {
  return {
    async mirrors(tried) {
      const answer = await backend.call('mirrors', tried === undefined ? {} : { mirrorId: tried });
      return answer.ok ? answer.value : null;
    },
    history: (targetId) => backend.call('history', { targetId }),
    tables: (renew) => backend.call(renew ? 'renewTables' : 'tables', {}),
    async inUse(targetId) {
      const answer = await backend.call('inUse', { targetId });
      return answer.ok ? answer.value.programs : null;
    },
    listFolders: (folderId, wheels = false) =>
      backend.call('listFolders', {
        ...(folderId === undefined ? {} : { folderId }),
        ...(wheels ? { wheels } : {}),
      }),
  };
}
