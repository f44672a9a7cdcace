import { fail } from '../../../shared/problem.ts';
import type { TablesEdition } from '../../../shared/tables-edition.ts';
import { usualAddress } from '../knowledge/edition.ts';
import type { System } from '../machine/system.ts';
import type { openSettings } from '../state/settings-store.ts';
import { fetchTables, usableAddress } from './fetch-tables.ts';
import type { RenewedTables } from './renewed-tables.ts';

type Parts = {
  system: System;
  tables: RenewedTables;
  settings: Awaited<ReturnType<typeof openSettings>>;
  /** Tables do not change under an operation: what it began with is what it ends with. */
  isBusy: () => boolean;
};

/** What hosts may ask of the tables; see Engine. */
export function createTablesDoor({ system, tables, settings, isBusy }: Parts) {
  const address = (): string | null => {
    const chosen = settings.tablesAddress();
    return chosen === undefined ? usualAddress : chosen;
  };
  const edition = (): TablesEdition => ({ ...tables.edition(), address: address() });
  return {
    tables: edition,
    async renewTables(from?: string, signal?: AbortSignal): Promise<TablesEdition> {
      const text = await fetchTables(
        system,
        from ?? address() ?? fail('tables-no-address'),
        signal,
      );
      if (isBusy()) fail('busy');
      await tables.renew(text);
      return edition();
    },
    async forgetTables(): Promise<TablesEdition> {
      if (isBusy()) fail('busy');
      await tables.forget();
      return edition();
    },
    async setTablesAddress(next: string | null): Promise<TablesEdition> {
      await settings.keepTablesAddress(next === null ? null : usableAddress(next));
      return edition();
    },
  };
}
