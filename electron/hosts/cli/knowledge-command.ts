import path from 'node:path';
import { assertNever } from '../../../shared/assert-never.ts';
import type { TablesEdition } from '../../../shared/tables-edition.ts';
import { isAddress } from '../../engine/renewal/fetch-tables.ts';
import type { CommandOutput } from './command-output.ts';
import { problemFields } from './document.ts';
import type { KnowledgeWish } from './invocation.ts';
import { printProblem, type Page } from './page.ts';
import type { Running } from './run-operation.ts';

/** Shows which tables count; renews them, goes back to the shipped ones or keeps an address. */
export async function knowledge(
  { engine, signal }: Pick<Running, 'engine' | 'signal'>,
  page: Page,
  wish: KnowledgeWish,
): Promise<CommandOutput> {
  switch (wish.kind) {
    case 'show':
      return outputOf(page, engine.tables(), []);
    case 'update': {
      const before = engine.tables().date;
      const { from } = wish;
      const place = from === null || isAddress(from) ? from : path.resolve(from);
      const edition = await engine.renewTables(place ?? undefined, signal);
      const changed = edition.date !== before;
      const said = changed
        ? page.say('tables.renewed', { date: edition.date })
        : page.say('tables.newest');
      return outputOf(page, edition, [said, '']);
    }
    case 'shipped':
      return outputOf(page, await engine.forgetTables(), [page.say('tables.forgotten'), '']);
    case 'address': {
      const edition = await engine.setTablesAddress(wish.address);
      const said =
        edition.address === null
          ? page.say('tables.address-none')
          : page.say('tables.address-set', { address: edition.address });
      return outputOf(page, edition, [said, '']);
    }
    default:
      return assertNever(wish);
  }
}

function outputOf(page: Page, edition: TablesEdition, said: string[]): CommandOutput {
  const { date, from, shippedDate, counts, address, problem } = edition;
  return {
    exitCode: 0,
    document: {
      schema: 1,
      ...edition,
      problem: problem && problemFields(page.language, problem),
    },
    lines: [
      ...said,
      page.say('tables.of', { date }),
      page.say(`tables.from.${from}`, { date: shippedDate }),
      page.say('tables.counts', counts),
      address === null ? page.say('tables.no-address') : page.say('tables.address', { address }),
      ...(problem ? ['', ...printProblem(page, problem)] : []),
    ],
  };
}
