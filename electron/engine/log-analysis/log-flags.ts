import type { StatedFacts } from '../../../shared/stated-facts.ts';
import type { Heard } from '../diagnosis/evidence/heard.ts';

/** The launch flags that a log shows, or that its owner states: words that begin with --. */
export function flagsOf(heard: Heard, stated: StatedFacts | null): string[] {
  const shown = heard
    .all('FACT_ARGUMENTS', 'FACT_NO_ARGUMENTS')
    .map((each) => each.values['flags'] ?? '');
  return [...new Set([...shown, stated?.launch_args ?? ''].flatMap(flagWords))];
}

/** The flags of a command line, as a shell, a list of Python or a script writes it. */
export function flagWords(text: string): string[] {
  return text.split(/[\s,'"`=;[\]]+/).filter((word) => /^--[a-z]/.test(word));
}
