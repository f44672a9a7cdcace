import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as typescript from 'typescript';
import { describe, expect, it } from 'vitest';
import { isLanguageTag, newLanguage } from '../../../build/new/language.mjs';
import { languages } from '../../../shared/languages.ts';
import { en } from '../../../shared/messages/en.ts';

const root = join(import.meta.dirname, '../../..');
const folder = join(root, 'shared/messages');
const keys = Object.keys(en);

function filesBelow(at: string): string[] {
  return readdirSync(at, { withFileTypes: true }).flatMap((entry) => {
    const file = join(at, entry.name);
    if (entry.isDirectory()) return file === folder ? [] : filesBelow(file);
    return /\.(?:tsx?|mjs)$/.test(entry.name) ? [file] : [];
  });
}
const sources = ['shared', 'electron', 'renderer', 'build']
  .flatMap((each) => filesBelow(join(root, each)))
  .map((file) => ({ file, text: readFileSync(file, 'utf8') }));
const sentences = ['index.ts', 'backend-sentence.ts']
  .map((name) => readFileSync(join(folder, name), 'utf8'))
  .join('\n');

describe('every sentence', () => {
  it('is said somewhere', () => {
    const all = [...sources.map(({ text }) => text), sentences].join('\n');
    const words = new Set([...all.matchAll(/['"`]([a-z][\w.-]+)['"`]/g)].map(([, word]) => word));
    const made = [...all.matchAll(/`([a-z][\w-]*\.[\w.-]*)\$\{[^`]*`/g)].map(
      ([whole]) =>
        new RegExp(
          `^${whole
            .slice(1, -1)
            .replace(/\$\{[^}]*\}/g, '.+')
            .replaceAll('.+', '\0')
            .replace(/[.]/g, '\\.')
            .replaceAll('\0', '.+')}$`,
        ),
    );
    const causes = /^(?:cause|finding|advice)\./;
    const unused = keys.filter(
      (key) => !words.has(key) && !causes.test(key) && !made.some((each) => each.test(key)),
    );
    expect(unused).toEqual([]);
  });

  it('stands in the messages, and none in a page', () => {
    const found = sources.filter(({ file }) => file.endsWith('.tsx')).flatMap(hardCoded);
    expect(found).toEqual([]);
  });
});

const readable = new Set(['aria-label', 'title', 'placeholder', 'alt', 'label', 'description']);
/** Names and units, which are the same in every language. */
const names =
  /^(?:xFormers|flash-attn|SageAttention|Triton|PyTorch|ms|MiB|GB|Python|Q|K|V|QKᵀ|SHA-256|report\.md)$/;

/** Words between tags, and in attributes that are read to people. */
function hardCoded({ file, text }: { file: string; text: string }): string[] {
  const { JsxText, JsxAttribute } = typescript.SyntaxKind;
  const found: string[] = [];
  const source = typescript.createSourceFile(file, text, typescript.ScriptTarget.Latest, true);
  const note = (words: string): void => {
    const bare = words.trim();
    if (/\p{L}{2}/u.test(bare) && !names.test(bare)) found.push(`${file}: ${bare}`);
  };
  const visit = (node: typescript.Node): void => {
    if (node.kind === JsxText) note(node.getText());
    if (node.kind === JsxAttribute) {
      const { name, initializer } = node as typescript.JsxAttribute;
      if (initializer && typescript.isStringLiteral(initializer) && readable.has(name.getText()))
        note(initializer.text);
    }
    typescript.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

describe('languages in the making', () => {
  const prepared = readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && !languages.some((each) => each === entry.name))
    .map(({ name }) => name);
  const placeholders = (text: string): string[] => [...(text.match(/\{\w+\}/g) ?? [])].sort();

  it('are Japanese and Traditional Chinese at least', () => {
    expect(prepared).toEqual(expect.arrayContaining(['ja', 'zh-TW']));
    expect(prepared.every(isLanguageTag)).toBe(true);
  });

  it.each(prepared)(
    '%s has the names in braces of the English, and is not complete',
    async (tag) => {
      const { words } = (await import(join(folder, tag, 'index.ts'))) as {
        words: Record<string, string>;
      };
      for (const [key, text] of Object.entries(words)) {
        const english: Record<string, string> = en;
        expect([key, placeholders(text)]).toEqual([key, placeholders(english[key] ?? '')]);
      }
      // One that is complete is offered: its row in shared/languages.ts is missing then.
      expect(keys.filter((key) => !words[key])).not.toEqual([]);
    },
  );

  it('get every sentence as a line that waits, and keep what is there', () => {
    const read = (file: string) => readFileSync(join(root, file), 'utf8');
    const subjects = readdirSync(join(folder, 'en'));
    const isThere = (file: string) => file.endsWith('/index.ts') || file.endsWith('/hosts.ts');
    const files = newLanguage(read, 'ja', subjects, isThere);
    const made = files.map(({ text }) => text).join('\n');
    const waiting = keys.filter((key) => made.includes(`// '${key}':`));
    expect(waiting.length).toBeGreaterThan(keys.length * 0.95);
    expect(made).toContain("'ui.step.diagnosis': '診断'");
    expect(files.map(({ file }) => file)).not.toContain('shared/messages/ja/hosts.ts');
  });
});
