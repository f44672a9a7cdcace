import { afterLast, beforeEnd, camel, dashed } from './edit.mjs';

const engine = 'electron/engine';

/** The causes of a stage that has a file of its own; the others are not for new ones. */
export const stages = ['machine', 'torch', 'installation', 'acceleration'];

/**
 * A new cause that facts can show. What is asked stands where the answer belongs: the row does
 * not compile and the sentences fail their test until it is given.
 * @param {import('./edit.mjs').Read} read
 * @param {string} name
 * @param {string} stage
 * @returns {import('./edit.mjs').Written[]}
 */
export function newCause(read, name, stage) {
  const taxonomy = 'shared/taxonomy.ts';
  const rows = `${engine}/knowledge/causes/${stage}.ts`;
  const index = `${engine}/diagnosis/rules/index.ts`;
  const file = dashed(name);
  const previous = lastRule(read(rows), read(index));
  const listed = afterLast(read(index), new RegExp(`^  ${previous},$`), `  ${camel(name)},\n`);
  return [
    {
      file: taxonomy,
      text: afterLast(read(taxonomy), /^ {2}'attention_api_break',$/, `  '${name}',\n`),
    },
    { file: rows, text: beforeEnd(read(rows), rowOf(name)) },
    {
      file: index,
      text: afterLast(listed, /^import .*$/, `import { ${camel(name)} } from './${file}.ts';\n`),
    },
    { file: `${engine}/diagnosis/rules/${file}.ts`, text: ruleOf(name) },
    { file: `test/unit/engine/diagnosis/${file}.test.ts`, text: testOf(name) },
    ...['en', 'zh-CN'].map((language) => {
      const place = `shared/messages/${language}/findings-packages.ts`;
      return { file: place, text: beforeEnd(read(place), sentencesOf(name, language)) };
    }),
  ];
}

/**
 * The last rule that belongs to the stage: a new one stands after it, as in the chain.
 * @param {string} rows
 * @param {string} index
 */
function lastRule(rows, index) {
  const names = [...rows.matchAll(/^ {2}([a-z0-9_]+): \{/gm)].map((match) => camel(match[1] ?? ''));
  const last = names.findLast((name) => index.includes(`\n  ${name},\n`));
  if (last === undefined) throw new Error('no rule of this stage');
  return last;
}

/** @param {string} name */
function rowOf(name) {
  return `  ${name}: {
    severity: 'QUESTION: error, limit, warning or harmless?',
    // planned(GOAL, KIND) where the app can do it, advised(KIND) or other(DETAIL) where the user has to.
    remedy: 'QUESTION: what usually puts it right?',
    // Causes or whole stages that follow from it; left out if there are none.
    explains: ['QUESTION: what does it make inevitable?'],
  },
`;
}

/** @param {string} name */
function ruleOf(name) {
  return `import type { Finding } from '../../../../shared/finding.ts';
import type { Clues } from '../evidence/clues.ts';
import { findingOf } from '../evidence/finding-of.ts';

/** QUESTION: what is seen, and by which source is it known to mean this? */
export function ${camel(name)}(clues: Clues): Finding[] {
  const evidence = 'QUESTION: which facts of the clues show it? evidence/evidence.ts has the usual lines.';
  return evidence.length === 0 ? [] : [findingOf('${name}', { evidence })];
}
`;
}

/** @param {string} name */
function testOf(name) {
  return `import { describe, expect, it } from 'vitest';
import { verdictOn } from '../../../support/findings.ts';

describe('${name}', () => {
  it('is found where QUESTION: what is seen?', () => {
    expect(verdictOn({}, '${name}')).toBe('QUESTION: which severity, and how sure?');
  });

  it('is not found where QUESTION: what looks like it and is fine?', () => {
    expect(verdictOn({}, '${name}')).toBeNull();
  });
});
`;
}

/**
 * @param {string} name
 * @param {string} language
 */
function sentencesOf(name, language) {
  const asked =
    language === 'en'
      ? ['What is wrong, in one line?', 'Why, in two or three sentences?', 'What does it cost?']
      : ['哪里不对？一行说完', '为什么？用两三句话', '不处理会怎样？'];
  const [title, explanation, cost] = asked;
  return `
  'finding.${name}.title': 'QUESTION ${title}',
  'finding.${name}.explanation': 'QUESTION ${explanation}',
  'finding.${name}.cost': 'QUESTION ${cost}',
`;
}
