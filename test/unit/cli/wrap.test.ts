import { expect, it } from 'vitest';
import { widthOf } from '../../../electron/hosts/cli/terminal.ts';
import { wrap } from '../../../electron/hosts/cli/wrap.ts';
import { zhCN } from '../../../shared/messages/zh-CN.ts';

it('long sentences break between words, and between Chinese characters', () => {
  expect(wrap('one two three four', 9)).toEqual(['one two', 'three', 'four']);
  expect(wrap('一二三四五六', 8, '  ')).toEqual(['  一二三', '  四五六']);
});

it.each([
  ['a comma', '一二三，四', 6, ['一二', '三，四']],
  ['a full stop after a word', '一 Torch。二', 8, ['一', 'Torch。', '二']],
  ['quotation marks', '一二“三四”五', 6, ['一二', '“三四”', '五']],
  ['brackets', '一二（三）四', 6, ['一二', '（三）', '四']],
  ['an ellipsis', '一二三……四', 6, ['一二', '三……四']],
])('%s stays with what it belongs to', (_, text, width, lines) => {
  expect(wrap(text, width)).toEqual(lines);
});

it('an apostrophe does not break a word', () => {
  expect(wrap('ComfyUI’s own', 9)).toEqual(['ComfyUI’s', 'own']);
});

it('keeps every character, and every line within the width where it can', () => {
  for (const text of Object.values(zhCN)) {
    for (const width of [40, 61, 80]) {
      const lines = wrap(text, width, '   ');
      const plain = (words: string): string => words.replace(/\s+/g, '');
      expect(plain(lines.join(''))).toBe(plain(text));
      for (const line of lines) {
        expect(line.trimStart()).not.toMatch(/^[，。；：、？！）”’》]/);
        expect(line).not.toMatch(/[（“‘《]$/);
        expect(widthOf(line) <= width || /\S{20}/.test(line)).toBe(true);
      }
    }
  }
});
