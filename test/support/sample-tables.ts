import type { TablesEdition } from '../../shared/tables-edition.ts';

export const sampleTables: TablesEdition = {
  date: '2026-11-28',
  from: 'shipped',
  shippedDate: '2026-11-28',
  counts: { tables: 48, rows: 700, releases: 90, messages: 260, programs: 26 },
  address: 'https://example.org/tables.json',
  problem: null,
};
