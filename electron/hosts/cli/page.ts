import type { Language } from '../../../shared/contract.ts';
import { translate, type MessageKey } from '../../../shared/messages/index.ts';
import type { MessageRef } from '../../../shared/messages/index.ts';
import type { MessageParams, Problem } from '../../../shared/problem.ts';
import { visibleText } from '../../../shared/visible-text.ts';
import type { Terminal } from './terminal.ts';

/** How results become lines for a person: language, colours, and what was asked for. */
export type Page = {
  language: Language;
  terminal: Terminal;
  say: (key: MessageKey, params?: MessageParams) => string;
  tell: (ref: MessageRef) => string;
  /** The same where a program's words fill the sentence: they may have lines of their own. */
  tellLines: (ref: MessageRef) => string[];
  /** The target as it was typed, for the commands that are recommended. */
  target: string;
};

export function createPage(language: Language, terminal: Terminal, target: string): Page {
  return {
    language,
    terminal,
    target,
    say: (key, params) => translate(language, { key, ...filled(params, visibleText) }),
    tell: (ref) => translate(language, { ...ref, ...filled(ref.params, visibleText) }),
    tellLines: (ref) =>
      translate(language, { ...ref, ...filled(ref.params, visibleLines) })
        .split('\n')
        .map((line) => line.trimEnd()),
  };
}

/** What fills a sentence comes from outside: names and words that must not steer a terminal. */
function filled(
  params: MessageParams | undefined,
  clean: (text: string) => string,
): { params?: MessageParams } {
  if (!params) return {};
  const entries = Object.entries(params).map(([name, value]): [string, string | number] => [
    name,
    typeof value === 'string' ? clean(value) : value,
  ]);
  return { params: Object.fromEntries(entries) };
}

/** Lines of a program: its tabs are blanks, everything else is shown as in a name. */
export function visibleLines(text: string): string {
  return text.replaceAll('\t', '    ').split(/\r?\n/).map(visibleText).join('\n');
}

/** A quoted word of a command that the reader may copy. */
export function shellWord(word: string): string {
  return /^[\w@%+=:,./\\~-]+$/.test(word) ? word : `"${word}"`;
}

/** One sentence, what to do, and the last lines of whatever failed. */
export function printProblem(page: Page, problem: Problem): string[] {
  const { style } = page.terminal;
  const { reasons } = problem;
  const params = {
    ...problem.params,
    ...(reasons && { reasons: reasons.map(page.tell).join(' ') }),
  };
  const say = (suffix: '' | '.hint') => page.say(`problem.${problem.code}${suffix}`, params);
  const said = problem.detail?.trimEnd() ?? '';
  const detail = said === '' ? [] : visibleLines(said).split('\n').slice(-keptDetail);
  return [
    `${style.bad(page.say('cli.error'))} ${say('')}`,
    say('.hint'),
    ...detail.map((line) => style.quiet(`  ${line.trimEnd()}`)),
  ];
}

const keptDetail = 20;
