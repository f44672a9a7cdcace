import { readTables } from './tables.mjs';

/** Rows that do not say where they come from. @returns {import('./findings.mjs').Finding[]} */
export function withoutSource() {
  return sourceless(readTables());
}

/** @param {Record<string, unknown>} tables @returns {import('./findings.mjs').Finding[]} */
export function sourceless(tables) {
  return Object.entries(tables).flatMap(([table, content]) =>
    Object.entries(Object(content)).flatMap(([list, rows]) =>
      Array.isArray(rows)
        ? rows
            .map((row, at) => ({ row, at }))
            .filter(
              ({ row }) =>
                typeof Object(row).source !== 'string' || Object(row).source.trim() === '',
            )
            .map(({ at }) => ({
              kind: /** @type {const} */ ('wrong'),
              table,
              row: `${list} ${at + 1}`,
              text: 'has no source',
            }))
        : [],
    ),
  );
}
