import type { Method, MethodResult, Params } from '../../shared/contract.ts';
import type { HostCommand } from '../../shared/host-command.ts';
import type { OperationEvent } from '../../shared/operation.ts';
import type { Result } from '../../shared/problem.ts';

/** The engine, however it is reached. A call never throws: what fails is a Problem. */
export interface Backend {
  call<M extends Method>(method: M, params: Params<M>): Promise<Result<MethodResult<M>>>;
  /** The id of a folder that the user dropped on the window; a browser hides where it lies. */
  folderOfDrop?(file: File): Promise<Result<{ folderId: string }>>;
  /** What the host asks of the page: its menu, and what it was started with. */
  onCommand?(listener: (command: HostCommand) => void): Unsubscribe;
  onEvent(listener: (event: OperationEvent) => void): Unsubscribe;
  onConnectionLost(listener: () => void): Unsubscribe;
  /** The stream is open (again): what happened while it was not is unknown, so ask for the state. */
  onConnectionOpen(listener: () => void): Unsubscribe;
}

export type Unsubscribe = () => void;
