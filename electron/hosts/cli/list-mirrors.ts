import type { MirrorsShown } from '../../../shared/mirrors.ts';
import { unlessCancelled } from '../../engine/machine/patience.ts';
import type { Document } from './document.ts';
import type { Page } from './page.ts';
import type { Running } from './run-operation.ts';
import { columns } from './terminal.ts';

type Tried = MirrorsShown['mirrors'][number] & { milliseconds?: number | null };

/** The mirrors that can be chosen; each is asked for one page where that is wanted, one after the other. */
export async function listMirrors(
  { engine, signal }: Pick<Running, 'engine' | 'signal'>,
  page: Page,
  tried: boolean,
): Promise<{ exitCode: 0; document: Document; lines: string[] }> {
  const all: Tried[] = [];
  for (const mirror of (await engine.mirrors()).mirrors) {
    if (!tried) all.push(mirror);
    else {
      const { milliseconds } = await unlessCancelled(signal, () => engine.mirrors(mirror.id));
      all.push({ ...mirror, milliseconds });
    }
  }
  return { exitCode: 0, document: { schema: 1, mirrors: all }, lines: linesOf(page, all) };
}

function linesOf(page: Page, all: readonly Tried[]): string[] {
  const time = ({ milliseconds }: Tried): string =>
    milliseconds === undefined
      ? ''
      : milliseconds === null
        ? page.say('cli.mirrors.silent')
        : page.say('cli.mirrors.time', { count: milliseconds });
  return columns(
    all.map((each) => [
      each.id,
      each.name,
      time(each),
      each.pytorch === null ? '' : page.say('cli.mirrors.pytorch'),
    ]),
  );
}
