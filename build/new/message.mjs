import { beforeEnd } from './edit.mjs';

/**
 * A new message that programs print: its row, and its sample.
 * @param {import('./edit.mjs').Read} read
 * @param {string} id
 * @param {string} table
 * @returns {import('./edit.mjs').Written[]}
 */
export function newMessage(read, id, table) {
  const rows = `electron/engine/knowledge/signatures/${table}.json`;
  const sample = `test/support/signature-samples/${samplesOf[table] ?? table}.ts`;
  const parsed = JSON.parse(read(rows));
  parsed.rows.push({
    id,
    anchors: ['QUESTION: which lower-case words does every such line have?'],
    pattern: 'QUESTION: which expression, with what it names in named groups?',
    role: 'QUESTION: cause (then add "cause"), detail, fact, harmless or trouble?',
    printedBy: 'QUESTION: which program?',
    versions: 'QUESTION: which of its versions?',
    meaning: 'QUESTION: what does it say of the machine?',
    source: 'QUESTION: which file of which project prints it?',
  });
  return [
    { file: rows, text: `${JSON.stringify(parsed, null, 2)}\n` },
    { file: sample, text: beforeEnd(read(sample), sampleOf(id)) },
  ];
}

/** Tables whose samples stand in files of other names. @type {Readonly<Record<string, string>>} */
const samplesOf = { facts: 'fact-running' };

/** @param {string} id */
function sampleOf(id) {
  return `  ${id}: {
    says: ['QUESTION: how does the line look, with {words} for what varies?'],
    not: ['QUESTION: what looks alike and means something else?'],
  },
`;
}
