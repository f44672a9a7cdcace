import type { Method, MethodResult, Params } from '../../shared/contract.ts';
import type { OperationEvent } from '../../shared/operation.ts';
import type { Result } from '../../shared/problem.ts';

/** One function per method of the contract. */
export type BridgeCalls = {
  [M in Method]: (params: Params<M>) => Promise<Result<MethodResult<M>>>;
};

/** What the preload of the desktop window offers: one function per method, and the events. */
export type Bridge = BridgeCalls & {
  onEvent(listener: (event: OperationEvent) => void): () => void;
  onCommand(listener: (command: unknown) => void): () => void;
  folderOfDrop(file: File): Promise<Result<{ folderId: string }>>;
};

declare global {
  interface Window {
    attentionDoctor?: Bridge;
  }
}
