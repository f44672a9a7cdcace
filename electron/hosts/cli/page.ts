import type { Language } from '../../../shared/contract.ts';
import { message, translate, type MessageKey } from '../../../shared/messages/index.ts';
import type { MessageRef } from '../../../shared/messages/index.ts';
import type { MessageParams, Problem } from '../../../shared/problem.ts';
import type { Terminal } from './terminal.ts';

/** How results become lines for a person: language, colours, and what was asked for. */
export type Page = {
  language: Language;
  terminal: Terminal;
  say: (key: MessageKey, params?: MessageParams) => string;
  tell: (ref: MessageRef) => string;
  /** The target as it was typed, for the commands that are recommended. */
  target: string;
};

export function createPage(language: Language, terminal: Terminal, target: string): Page {
  return {
    language,
    terminal,
    target,
    say: (key, params) => translate(language, message(key, params)),
    tell: (ref) => translate(language, ref),
  };
}

/** A quoted word of a command that the reader may copy. */
export function shellWord(word: string): string {
  return /^[\w@%+=:,./\\~-]+$/.test(word) ? word : `"${word}"`;
}

/** One sentence, what to do, and the last lines of whatever failed. */
export function printProblem(page: Page, problem: Problem): string[] {
  const { style } = page.terminal;
  const say = (suffix: '' | '.hint') =>
    translate(page.language, message(`problem.${problem.code}${suffix}`, problem.params));
  const detail = problem.detail?.trimEnd().split('\n').slice(-keptDetail) ?? [];
  return [
    `${style.bad(page.say('cli.error'))} ${say('')}`,
    say('.hint'),
    ...detail.map((line) => style.quiet(`  ${line.trimEnd()}`)),
  ];
}

const keptDetail = 20;
