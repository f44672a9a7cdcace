import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { signatures } from '../../../../electron/engine/knowledge/signatures.ts';
import { readText } from '../../../../electron/engine/logs/read-log.ts';
import { calmLine, filled, prefix } from '../../../support/signature-samples/fillings.ts';
import { samples } from '../../../support/signature-samples/index.ts';

const ids: readonly string[] = signatures.map(({ id }) => id);
const surroundings = fc.array(calmLine, { maxLength: 4 });

describe('the tables of signatures', () => {
  it('have each message once, with samples, and no sample without a message', () => {
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
    expect(ids.filter((id) => samples[id] === undefined)).toEqual([]);
    expect(Object.keys(samples).filter((id) => !ids.includes(id))).toEqual([]);
  });

  it('name a cause where a message speaks for one, and nowhere else', () => {
    const odd = signatures.filter(
      ({ role, cause }) => (role === 'cause') !== (cause !== undefined),
    );
    expect(odd.map(({ id }) => id)).toEqual([]);
  });

  it('say of each row who prints it, what it means, and where that is from', () => {
    for (const { id, printedBy, versions, meaning, source } of signatures) {
      expect([id, printedBy, versions, meaning, source].map((text) => text.trim())).not.toContain(
        '',
      );
    }
  });

  it('have anchors in lower case ASCII', () => {
    const odd = signatures.filter(({ anchors }) =>
      anchors.some((text) => !/^[\x20-\x40\x5b-\x7e]+$/.test(text)),
    );
    expect(odd.map(({ id }) => id)).toEqual([]);
  });
});

describe.each(signatures.map(({ id }) => id))('%s', (id) => {
  const sample = samples[id] ?? { says: [], not: [] };

  it.each(sample.says)('is heard in: %s', (template) => {
    const property = fc.property(
      filled(template),
      prefix,
      surroundings,
      surroundings,
      (...parts) => {
        const [text, start, before, after] = parts;
        const log = [...before, start + text, ...after].join('\n');
        const heard = readText(log).said.filter(({ signature }) => signature === id);
        expect(
          heard.map(({ line }) => line),
          log,
        ).toContain(before.length + 1);
      },
    );
    fc.assert(property, { numRuns: 12 });
  });

  it('is not heard in what looks alike', () => {
    expect(sample.not.length).toBeGreaterThan(0);
    for (const template of sample.not) {
      const property = fc.property(
        filled(template),
        prefix,
        surroundings,
        (text, start, before) => {
          const { said } = readText([...before, start + text].join('\n'));
          const heard = said.filter(
            ({ signature, line }) => signature === id && line === before.length + 1,
          );
          expect(heard, text).toEqual([]);
        },
      );
      fc.assert(property, { numRuns: 8 });
    }
  });
});
