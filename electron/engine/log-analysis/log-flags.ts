import type { StatedFacts } from '../../../shared/stated-facts.ts';
import type { Heard } from '../diagnosis/evidence/heard.ts';

/** The launch flags that a log shows, or that its owner states: words that begin with --. */
export function flagsOf(heard: Heard, stated: StatedFacts | null): string[] {
  const shown = heard
    .all('FACT_ARGUMENTS', 'FACT_NO_ARGUMENTS')
    .map((each) => each.values['flags'] ?? '');
  const words = [...shown, stated?.launch_args ?? ''].flatMap((text) =>
    text.split(/[\s,'"`=;[\]]+/),
  );
  return [...new Set(words.filter((word) => /^--[a-z]/.test(word)))];
}
