import { ZodError } from 'zod';
import { fail, ProblemError, toProblem, type Problem } from '../../../shared/problem.ts';
import type { TablesEdition } from '../../../shared/tables-edition.ts';
import { countTables, shippedDate, shippedKeys } from '../knowledge/edition.ts';
import { useTables } from '../knowledge/live-tables.ts';
import { shippedTables, type Tables } from '../knowledge/shipped-tables.ts';
import type { System } from '../machine/system.ts';
import { ifUnanswered } from '../machine/unanswered.ts';
import type { StatePaths } from '../state/state-paths.ts';
import { mostBytes, readSignedFile, type SignedTables } from './signed-file.ts';

export type RenewedTables = Awaited<ReturnType<typeof openTables>>;
type Places = Pick<StatePaths, 'tables' | 'damagedTables'>;
type Edition = Omit<TablesEdition, 'address'>;

/**
 * The tables that count from now on: those that were renewed where they are whole, signed and not older
 * than the shipped ones, else the shipped ones. `keys` are others than the app's own in tests.
 */
export async function openTables(
  system: System,
  places: Places,
  keys: readonly string[] = shippedKeys,
) {
  let counting: Tables = shippedTables;
  let now: Pick<Edition, 'date' | 'from' | 'problem'> = shipped(null);
  const take = ({ tables, date }: SignedTables): void => {
    useAll(tables);
    counting = tables;
    now = { date, from: 'renewed', problem: null };
  };
  const backToShipped = (problem: Problem | null): void => {
    useTables(shippedTables);
    counting = shippedTables;
    now = shipped(problem);
  };
  const kept = await readKept(system, places.tables);
  if (kept === null) backToShipped(null);
  else
    try {
      take(readSignedFile(kept, { keys, notBefore: shippedDate }));
    } catch (thrown) {
      const problem = problemOf(thrown);
      // An app that was renewed itself brings newer ones: nothing is wrong.
      if (problem.code === 'tables-older') backToShipped(null);
      else {
        backToShipped({ code: 'tables-set-aside', reasons: reasonsOf(problem) });
        await setAside(system, places).catch(ifUnanswered(undefined));
      }
    }

  return {
    edition: (): Edition => ({ ...now, shippedDate, counts: countTables(counting) }),
    /** Checks a signed file, keeps it and lets it count. Throws, and nothing has changed. */
    async renew(text: string): Promise<void> {
      const next = readSignedFile(text, { keys, notBefore: now.date });
      const before = counting;
      useAll(next.tables);
      try {
        await system.files.writeText(places.tables, text);
      } catch (thrown) {
        useTables(before);
        throw thrown;
      }
      take(next);
    },
    /** Lets the shipped ones count again, and forgets the others. */
    async forget(): Promise<void> {
      await system.files.remove(places.tables);
      backToShipped(null);
    },
  };
}

function shipped(problem: Problem | null): Pick<Edition, 'date' | 'from' | 'problem'> {
  return { date: shippedDate, from: 'shipped', problem };
}

function useAll(tables: Tables): void {
  try {
    useTables(tables);
  } catch (thrown) {
    if (!(thrown instanceof ZodError)) throw thrown;
    fail('tables-unfit', { detail: thrown.message.slice(0, 400) });
  }
}

/** null where nothing was renewed; more than there can be is none. */
async function readKept(system: System, file: string): Promise<string | null> {
  return system.files.readText(file, { limit: mostBytes }).catch((thrown: unknown) => {
    const large = thrown instanceof ProblemError && thrown.problem.code === 'file-too-large';
    return large ? '' : ifUnanswered(null)(thrown);
  });
}

async function setAside(system: System, { tables, damagedTables }: Places): Promise<void> {
  await system.files.remove(damagedTables);
  await system.files.rename(tables, damagedTables);
}

function problemOf(thrown: unknown): Problem {
  if (!(thrown instanceof ProblemError)) throw thrown;
  return toProblem(thrown);
}

function reasonsOf({ code, params }: Problem) {
  return [{ key: `problem.${code}` as const, ...(params ? { params } : {}) }];
}
