import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { en } from '../../../shared/messages/en.ts';
import { zhCN } from '../../../shared/messages/zh-CN.ts';
import { isKey, message, translate } from '../../../shared/messages/index.ts';
import { operationKinds, operationSteps } from '../../../shared/operation.ts';
import { problemCodes } from '../../../shared/problem.ts';
import { rungIds } from '../../../shared/verification.ts';

const placeholders = (text: string): string[] =>
  [...text.matchAll(/\{(\w+)\}/g)].map((match) => match[1] ?? '').sort();

describe('the sentences', () => {
  it('have the same placeholders in both languages', () => {
    for (const [key, text] of Object.entries(en)) {
      if (!isKey(key)) throw new Error(key);
      expect([key, placeholders(zhCN[key])]).toEqual([key, placeholders(text)]);
    }
  });

  it('are not the English ones in Chinese', () => {
    const words = Object.entries(en).filter(
      ([key, text]) => isKey(key) && zhCN[key] === text && /[a-z]{4,} [a-z]{4,}/.test(text),
    );
    expect(words).toEqual([]);
  });

  it('exist for every problem, operation, step and rung', () => {
    for (const code of problemCodes) {
      expect(isKey(`problem.${code}`) && isKey(`problem.${code}.hint`)).toBe(true);
    }
    for (const kind of operationKinds) {
      expect(isKey(`operation.${kind}`)).toBe(true);
      for (const step of operationSteps[kind])
        expect([step, isKey(`step.${kind}.${step}`)]).toEqual([step, true]);
    }
    for (const id of rungIds) expect(isKey(`rung.${id}.title`)).toBe(true);
  });

  it('exist for every key that the engine makes with a name of its own', () => {
    const keys = sources(join(import.meta.dirname, '../../../electron/engine')).flatMap((text) =>
      [...text.matchAll(/\bmessage\(\s*'([^']+)'/g)].map((match) => match[1] ?? ''),
    );
    expect(keys.filter((key) => !isKey(key))).toEqual([]);
  });

  it('are filled from the parameters, and show what was not given', () => {
    const ref = message('progress.downloading', { name: 'xformers', done: '1 MB' });
    expect(translate('en', ref)).toBe('Downloading xformers, 1 MB of {total}');
  });
});

function sources(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const file = join(folder, entry.name);
    if (entry.isDirectory()) return sources(file);
    return file.endsWith('.ts') ? [readFileSync(file, 'utf8')] : [];
  });
}
