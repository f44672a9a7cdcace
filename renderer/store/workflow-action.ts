import type { StartRequest } from '../../shared/contract.ts';
import type { Backend } from '../backend/backend.ts';
import type { AppStore } from './app-store.ts';
import { uploadLog } from './upload-log.ts';
import type { Page } from './wizard-page.ts';

/** Hands a workflow over, then checks the target and runs it there. */
export function createWorkflowAction(
  store: AppStore,
  backend: Backend,
  start: (request: StartRequest, page: Page | null) => Promise<void>,
) {
  return async function runWorkflow(targetId: string, file: File): Promise<void> {
    store.setState({ starting: { kind: 'verify', operationId: null }, refusal: null });
    const { signal } = new AbortController();
    const given = { name: file.name, content: file, holds: 'workflow' as const };
    const answer = await uploadLog(backend, given, { signal, onSent: () => undefined });
    if (!answer.ok) store.setState({ starting: null, refusal: answer.problem });
    else await start({ kind: 'verify', targetId, workflowId: answer.value.logId }, null);
  };
}
