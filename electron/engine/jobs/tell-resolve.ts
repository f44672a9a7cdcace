import { message } from '../../../shared/messages/index.ts';
import type { LogLine } from '../../../shared/operation.ts';
import type { OperationContext } from '../operations/operation-runner.ts';
import type { PlanOptions } from '../planning/make-plan.ts';
import { readableBytes } from '../repair/readable-bytes.ts';

type Arrival = Parameters<NonNullable<PlanOptions['onArrival']>>[0];
type Context = Pick<OperationContext<'plan'>, 'progress'>;

/** What pip asks the index about now. */
export function tellAsked(context: Context, { text }: LogLine): void {
  const name = /^\s*Collecting (\S+)/.exec(text)?.[1];
  if (name !== undefined) context.progress('resolve', message('progress.asking-index', { name }));
}

/** An index that does not tell what a package asks for has to be asked for the whole of it. */
export function tellArrival(context: Context, { file, done, total }: Arrival): void {
  if (done === 0) return;
  const params = { name: file, done: readableBytes(done) };
  if (total === null) {
    context.progress('resolve', message('progress.downloading-unknown', params));
    return;
  }
  const note = message('progress.downloading', { ...params, total: readableBytes(total) });
  context.progress('resolve', note, done / total);
}
