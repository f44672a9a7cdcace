import { logChunkBytes } from '../../shared/contract.ts';
import type { Problem, Result } from '../../shared/problem.ts';
import type { Backend } from '../backend/backend.ts';

/** A text to be read: a file, or what was pasted; or a workflow, or a picture that carries one. */
export type GivenLog = { name: string | null; content: Blob; holds?: 'workflow' };

/**
 * Hands a log over to the engine piece by piece, so that its size does not matter. Each piece is
 * taken from the file only when the one before has arrived.
 */
export async function uploadLog(
  backend: Backend,
  { name, content, holds }: GivenLog,
  watch: { signal: AbortSignal; onSent: (bytes: number) => void },
): Promise<Result<{ logId: string }>> {
  const opened = await backend.call('openLog', {
    ...{ name: name?.slice(0, 300) ?? null },
    ...(holds === undefined ? {} : { holds }),
  });
  if (!opened.ok) return opened;
  const { logId } = opened.value;
  for (let offset = 0; offset < content.size; offset += logChunkBytes) {
    if (watch.signal.aborted) return failure({ code: 'cancelled' });
    const chunk = await base64Of(content.slice(offset, offset + logChunkBytes));
    if (chunk === null) {
      return failure({ code: 'input-unreadable', params: { path: name ?? '' } });
    }
    const added = await backend.call('addToLog', { logId, offset, chunk });
    if (!added.ok) return added;
    watch.onSent(added.value.bytes);
  }
  return watch.signal.aborted ? failure({ code: 'cancelled' }) : { ok: true, value: { logId } };
}

/** null where it cannot be read: a folder, or a file that is gone or locked by now. */
function base64Of(piece: Blob): Promise<string | null> {
  return new Promise((resolve) => {
    const reader = new FileReader();
    reader.onload = () => {
      const { result } = reader;
      // "data:<type>;base64,<the text>": the browser's own code, and the fastest there is.
      resolve(typeof result === 'string' ? result.slice(result.indexOf(',') + 1) : null);
    };
    reader.onerror = () => resolve(null);
    reader.readAsDataURL(piece);
  });
}

function failure(problem: Problem): { ok: false; problem: Problem } {
  return { ok: false, problem };
}
