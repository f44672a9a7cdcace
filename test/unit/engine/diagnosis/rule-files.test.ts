import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { causes } from '../../../../shared/taxonomy.ts';
import { placeInChain } from '../../../../electron/engine/knowledge/causes/index.ts';

const folder = join(import.meta.dirname, '../../../../electron/engine/diagnosis/rules');
const files = readdirSync(folder).filter((file) => !['index.ts', 'rule.ts'].includes(file));
const [imports = '', lists = ''] = split(readFileSync(join(folder, 'index.ts'), 'utf8'));

/** Where the imports of index.ts end, its list begins. */
function split(source: string): string[] {
  const start = source.indexOf('const causes');
  return [source.slice(0, start), source.slice(start)];
}

function causeOf(file: string): string {
  return file.replace(/\.ts$/, '').replaceAll('-', '_');
}

function ruleOf(file: string): string {
  return causeOf(file).replace(/_([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
}

/** Every cause that a file names, in the order of the text. */
function causesIn(file: string): string[] {
  const quoted = readFileSync(join(folder, file), 'utf8').matchAll(/'([a-z0-9_]+)'/g);
  const known = new Set<string>(causes);
  return [...quoted].map((match) => match[1] ?? '').filter((word) => known.has(word));
}

describe('the files of the rules', () => {
  it('are there', () => {
    expect(files.length).toBeGreaterThan(20);
  });

  it.each(files)('%s is named after the one cause that it finds', (file) => {
    expect(causes).toContain(causeOf(file));
    expect([...new Set(causesIn(file))]).toEqual([causeOf(file)]);
  });

  it.each(files)('%s is one of the rules', (file) => {
    expect(imports).toContain(`import { ${ruleOf(file)} } from './${file}';`);
    expect(lists).toMatch(new RegExp(`\\b${ruleOf(file)}\\b`));
  });

  it('stand in the order of the chain', () => {
    const listed = [...lists.matchAll(/^ {2}(\w+),$/gm)].map((match) => match[1] ?? '');
    const inChain = files
      .filter((file) => listed.includes(ruleOf(file)))
      .map((file) => ({ rule: ruleOf(file), cause: causes.find((each) => each === causeOf(file)) }))
      .sort((a, b) => place(a.cause) - place(b.cause))
      .map(({ rule }) => rule);
    // All but the managed Python, which is made from the others.
    expect(listed).toHaveLength(files.length - 1);
    expect(listed).toEqual(inChain);
  });
});

function place(cause: (typeof causes)[number] | undefined): number {
  return cause === undefined ? -1 : placeInChain(cause);
}
