import { describe, expect, it } from 'vitest';
import { linkIds } from '../../../shared/links.ts';
import { en } from '../../../shared/messages/en.ts';
import { isKey, message, translate } from '../../../shared/messages/index.ts';
import { zhCN } from '../../../shared/messages/zh-CN.ts';
import { causes, fixDetails, fixKinds } from '../../../shared/taxonomy.ts';

const languages = [
  // Forty Chinese characters are as wide as eighty Latin letters.
  { language: 'en', catalogue: en, longestTitle: 90 },
  { language: 'zh-CN', catalogue: zhCN, longestTitle: 80 },
] as const;
/** Goals whose button makes a plan: other advice must stand without the app. */
const adviceWithPlan = [
  'advice.upgrade_xformers_matching_torch',
  'advice.reinstall_torch_cuda',
  'advice.install_triton',
  'advice.install_triton_windows',
  'advice.align_triton_with_torch',
];
/** What a finding says where a rule has nothing more exact. */
const defaults = causes.flatMap((cause) =>
  (['title', 'explanation', 'cost'] as const).map((part) => `finding.${cause}.${part}`),
);
const advice = [
  ...fixKinds.map((kind) => `advice.${kind}`),
  ...fixDetails.map((detail) => `advice.${detail}`),
];
const labels = linkIds.map((id) => `link.${id}`);

describe.each(languages)('the sentences of findings in $language', (each) => {
  const { language, catalogue, longestTitle } = each;
  const entries = Object.entries(catalogue).filter(([key]) =>
    /^(finding|verdict|advice|link)\./.test(key),
  );

  it('exist for every cause, kind of fix, detail and link, and ask for no parameter', () => {
    for (const key of [...defaults, ...advice, ...labels]) {
      if (!isKey(key)) throw new Error(`no sentence for ${key}`);
      expect([key, translate(language, message(key)).trim().length > 0]).toEqual([key, true]);
      expect([key, catalogue[key].match(/[{}]/)]).toEqual([key, null]);
    }
  });

  it('name no cause, kind of fix or link that there is not', () => {
    const known = new Set<string>([...causes, ...fixKinds, ...fixDetails, ...linkIds]);
    const named = entries
      .filter(([key]) => !key.startsWith('verdict.'))
      .map(([key]) => key.split('.')[1] ?? '');
    expect(named.filter((name) => !known.has(name))).toEqual([]);
  });

  it('explain in two or three sentences', () => {
    const explanations = entries.filter(([key]) => key.includes('.explanation'));
    expect(explanations.length).toBeGreaterThanOrEqual(causes.length);
    const wrong = explanations.filter(([, text]) => ![2, 3].includes(sentences(text)));
    expect(wrong).toEqual([]);
  });

  it('advise in one sentence', () => {
    const wrong = entries.filter(
      ([key, text]) => key.startsWith('advice.') && sentences(text) !== 1,
    );
    expect(wrong).toEqual([]);
  });

  it('have titles that fit in one line', () => {
    const tooLong = entries.filter(
      ([key, text]) => key.includes('.title') && columns(text) > longestTitle,
    );
    expect(tooLong).toEqual([]);
  });

  it('offer the app only where it can make a plan', () => {
    const offering = entries
      .filter(
        ([key, text]) =>
          key.startsWith('advice.') &&
          /let Attention Doctor (put|add)|让注意力医生(换|补)/.test(text),
      )
      .map(([key]) => key);
    expect(offering.sort()).toEqual([...adviceWithPlan].sort());
  });
});

describe('the sentences of findings', () => {
  it('are Chinese in Chinese and are not in English', () => {
    const chinese = /[\u4e00-\u9fff]/;
    for (const key of [...defaults, ...advice, ...labels]) {
      if (!isKey(key)) throw new Error(`no sentence for ${key}`);
      expect([key, chinese.test(zhCN[key]), chinese.test(en[key])]).toEqual([key, true, false]);
      expect([key, englishRun(zhCN[key])]).toEqual([key, null]);
    }
  });

  it('keep every flag, version, path and program in both languages', () => {
    for (const key of [...defaults, ...advice]) {
      if (!isKey(key)) throw new Error(`no sentence for ${key}`);
      expect([key, literals(zhCN[key])]).toEqual([key, literals(en[key])]);
    }
  });
});

/** Sentence ends: a point counts where a space or the end follows, not inside 0.0.27. */
function sentences(text: string): number {
  return (text.match(/[.!?](?=\s|$)|[。！？]/g) ?? []).length;
}

/** How wide a text is in Latin letters: a Chinese character takes the room of two. */
function columns(text: string): number {
  return [...text].reduce(
    (sum, each) => sum + (/[\u3000-\u9fff\uff00-\uffef]/.test(each) ? 2 : 1),
    0,
  );
}

/** Four English words in a row that stand in no quotes, which no Chinese sentence has. */
function englishRun(text: string): string | null {
  const told = text.replace(/“[^”]*”/g, '');
  return told.match(/\b[a-z]+(?: [a-z]+){3,}/)?.[0] ?? null;
}

/** What must not be translated: launch flags, version numbers, environment variables. */
function literals(text: string): string[] {
  const found = text.match(/--[a-z][a-z0-9-]*|\d+(?:\.\d+)+|%[A-Z]+%|\b[A-Z]{2,}(?:_[A-Z]+)+\b/g);
  return [...new Set(found)].sort();
}
