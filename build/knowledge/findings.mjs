/**
 * What a comparison of rows with their sources says. `wrong`: the source does not support the row any more;
 * `differs`: two sources of a row do not agree, and a person has to look; `new`: nothing about it stands in
 * the table yet; `note`: a fact beside the rows; `held`: the row says what its source says.
 * @typedef {{ kind: 'wrong' | 'differs' | 'new' | 'note' | 'held', table: string, row: string, text: string, fix?: Record<string, unknown> }} Finding
 */

const titles = /** @type {const} */ ({
  wrong: 'No longer supported by the source',
  differs: 'Sources that do not agree',
  new: 'New',
  note: 'Beside the rows',
});

/** The page of a pull request. @param {readonly Finding[]} findings @param {string} day */
export function reportOf(findings, day) {
  const held = findings.filter(({ kind }) => kind === 'held').length;
  const parts = Object.entries(titles).flatMap(([kind, title]) => {
    const own = findings.filter((each) => each.kind === kind);
    return own.length === 0
      ? []
      : [
          `## ${title}`,
          '',
          ...own.map(({ table, row, text }) => `- ${table}, ${row}: ${text}`),
          '',
        ];
  });
  return [`# Tables and their sources, ${day}`, '', `${held} statements hold.`, '', ...parts].join(
    '\n',
  );
}
