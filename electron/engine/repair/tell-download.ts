import { message } from '../../../shared/messages/index.ts';
import type { OperationContext } from '../operations/operation-runner.ts';
import { readableBytes } from './readable-bytes.ts';

/** How much has arrived; bytes. `total` is null where the index does not say. */
export function tellDownload(
  context: Pick<OperationContext<'fix' | 'trial'>, 'progress'>,
  name: string,
  done: number,
  total: number | null,
): void {
  const params = { name, done: readableBytes(done) };
  if (total === null) context.progress('download', message('progress.downloading-unknown', params));
  else
    context.progress(
      'download',
      message('progress.downloading', { ...params, total: readableBytes(total) }),
      total === 0 ? null : done / total,
    );
}
