import { problemHint, problemSentence } from '../../shared/messages/index.ts';
import type { Texts } from '../language/texts.ts';
import { formatMoment } from '../language/formats.ts';
import type { Choice } from '../store/choices.ts';

/** Everything that stands on the card of a choice, in the words that the user reads. */
export type ChoiceWords = {
  /** What its files or the last look say, in a word. */
  verdict: string;
  /** What is wrong, in one sentence; null where nothing is. */
  headline: string | null;
  facts: string;
  lastLook: string | null;
  running: string | null;
  problems: { code: string; sentence: string }[];
};

export function wordsOf(texts: Texts, choice: Choice, reading: boolean): ChoiceWords {
  const { text, say, language } = texts;
  const { glance, verdict, lastLook } = choice;
  const waiting = reading && choice.kind.of === 'install' ? 'reading' : 'none';
  const tells = glance?.verdict === 'problem' || glance?.verdict === 'unknown';
  const python = choice.python ? `Python ${choice.python}` : text('ui.install.python-unknown');
  const facts = [
    choice.within && text('ui.install.within', { folder: choice.within }),
    kindName(texts, choice),
    choice.comfyui && `ComfyUI ${choice.comfyui}`,
    // A Python that nobody gave a name is named by its version already.
    python !== choice.name && python,
    choice.packages?.torch && `PyTorch ${choice.packages.torch}`,
    choice.packages?.xformers && `xFormers ${choice.packages.xformers}`,
  ];
  return {
    verdict: text(`ui.glance.${verdict ?? waiting}`),
    // A problem of the install says the same below, with what to do.
    headline: glance && tells && choice.problems.length === 0 ? say(glance.headline) : null,
    facts: facts.filter(Boolean).join(' · '),
    lastLook:
      lastLook &&
      text('ui.install.last-look', {
        when: formatMoment(language, lastLook.at),
        verdict: text(`ui.glance.${lastLook.verdict}`),
      }),
    running: choice.running ? text('ui.install.running') : null,
    problems: choice.problems.map((problem) => ({
      code: problem.code,
      sentence: `${problemSentence(language, problem)} ${problemHint(language, problem)}`,
    })),
  };
}

/** The same as a search looks through it. */
export function cardText(words: ChoiceWords, choice: Choice): string[] {
  const { verdict, headline, facts, lastLook, running, problems } = words;
  const sentences = problems.map((each) => each.sentence);
  return [
    choice.name,
    choice.path,
    verdict,
    facts,
    ...sentences,
    headline,
    lastLook,
    running,
  ].filter((each) => each !== null);
}

function kindName({ text }: Texts, { kind }: Choice): string {
  return kind.of === 'install'
    ? text(`ui.install-kind.${kind.value}`)
    : text(`ui.environment-kind.${kind.value}`);
}
