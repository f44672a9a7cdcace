import { RegExpParser, type AST } from '@eslint-community/regexpp';

/** Tries to go on from this place in the text; false sends the one who asked back to another way. */
type Go = (at: number) => boolean;
type Matcher = (at: number, onwards: Go) => boolean;

/** One text and the steps that were taken on it: each look at one of its characters is one. */
type Run = {
  text: string;
  steps: number;
  most: number;
  captured: Map<AST.CapturingGroup, [from: number, to: number]>;
};

/** More steps were taken than anybody waits for. */
class TooManySteps extends Error {}

/**
 * Counts what a backtracking engine does with a pattern, case aside: how often it looks at a
 * character before it has found a match or has tried every place. The same on every machine.
 * Throws TooManySteps.
 */
export function createStepCounter(
  pattern: string,
): (text: string, most: number) => { steps: number; found: boolean } {
  const run: Run = { text: '', steps: 0, most: 0, captured: new Map() };
  const matcher = anyOf(new RegExpParser().parsePattern(pattern).alternatives, run);
  return (text, most) => {
    Object.assign(run, { text, steps: 0, most });
    for (let at = 0; at <= text.length; at += 1)
      if (matcher(at, () => true)) return { steps: run.steps, found: true };
    return { steps: run.steps, found: false };
  };
}

function anyOf(alternatives: readonly AST.Alternative[], run: Run): Matcher {
  const ways = alternatives.map(({ elements }) => inTurn(elements, run));
  return (at, onwards) => ways.some((way) => way(at, onwards));
}

function inTurn(elements: readonly AST.Element[], run: Run): Matcher {
  return elements
    .map((element) => matcherOf(element, run))
    .reduceRight<Matcher>(
      (rest, each) => (at, onwards) => each(at, (next) => rest(next, onwards)),
      (at, onwards) => onwards(at),
    );
}

function matcherOf(element: AST.Element, run: Run): Matcher {
  switch (element.type) {
    case 'Group':
      return anyOf(element.alternatives, run);
    case 'CapturingGroup':
      return captured(element, run);
    case 'Backreference':
      return repeatedCapture(element, run);
    case 'Quantifier':
      return repeated(element, run);
    case 'Assertion':
      return assertion(element, run);
    case 'Character':
    case 'CharacterSet':
    case 'CharacterClass': {
      const fits = oneOf(element, run);
      return (at, onwards) => fits(at) && onwards(at + 1);
    }
    default:
      throw new Error(`no steps are known for ${element.raw}`);
  }
}

function captured(group: AST.CapturingGroup, run: Run): Matcher {
  const inside = anyOf(group.alternatives, run);
  return (at, onwards) =>
    inside(at, (next) => {
      run.captured.set(group, [at, next]);
      return onwards(next);
    });
}

function repeatedCapture({ resolved }: AST.Backreference, run: Run): Matcher {
  const [group] = [resolved].flat();
  return (at, onwards) => {
    const [from, to] = (group && run.captured.get(group)) ?? [0, 0];
    const word = run.text.slice(from, to).toLowerCase();
    run.steps += word.length;
    const next = at + word.length;
    return run.text.slice(at, next).toLowerCase() === word && onwards(next);
  };
}

/** Whether the character at a place fits; each question is one step. */
function oneOf(element: { raw: string }, run: Run): (at: number) => boolean {
  const expression = new RegExp(`^(?:${element.raw})$`, 'is');
  const known = new Map<string, boolean>();
  // `.` of a pattern without the flag s stops at the end of a line.
  const plain = element.raw === '.' ? new RegExp('^.$') : expression;
  return (at) => {
    run.steps += 1;
    if (run.steps > run.most) throw new TooManySteps();
    const character = run.text[at];
    if (character === undefined) return false;
    const answer = known.get(character) ?? plain.test(character);
    known.set(character, answer);
    return answer;
  };
}

function repeated({ element, min, max, greedy }: AST.Quantifier, run: Run): Matcher {
  if (isSingle(element)) return repeatedCharacter(oneOf(element, run), min, max, greedy);
  const once = matcherOf(element, run);
  const more =
    (count: number): Matcher =>
    (at, onwards) => {
      const again: Go = (next) => (next > at || count < min) && more(count + 1)(next, onwards);
      const other = (): boolean => count >= min && onwards(at);
      const another = (): boolean => count < max && once(at, again);
      return greedy ? another() || other() : other() || another();
    };
  return more(0);
}

/** As a loop: a long run of characters would be too deep for calls inside of calls. */
function repeatedCharacter(
  fits: (at: number) => boolean,
  min: number,
  max: number,
  greedy: boolean,
): Matcher {
  return (at, onwards) => {
    let count = 0;
    const most = greedy ? max : min;
    while (count < most && fits(at + count)) count += 1;
    if (!greedy) {
      if (count < min) return false;
      for (;;) {
        if (onwards(at + count)) return true;
        if (count >= max || !fits(at + count)) return false;
        count += 1;
      }
    }
    for (; count >= min; count -= 1) if (onwards(at + count)) return true;
    return false;
  };
}

function isSingle(element: AST.Element): boolean {
  return ['Character', 'CharacterSet', 'CharacterClass'].includes(element.type);
}

function assertion(element: AST.Assertion, run: Run): Matcher {
  if (element.kind === 'lookahead') {
    const ahead = anyOf(element.alternatives, run);
    return (at, onwards) => ahead(at, () => true) !== element.negate && onwards(at);
  }
  if (element.kind === 'lookbehind') {
    const before = anyOf(element.alternatives, run);
    // From each place near before: an engine goes backwards instead, in at most as many steps.
    const widest = element.raw.length;
    const ends = (at: number): boolean => {
      for (let from = at; from >= Math.max(0, at - widest); from -= 1)
        if (before(from, (next) => next === at)) return true;
      return false;
    };
    return (at, onwards) => ends(at) !== element.negate && onwards(at);
  }
  const holds = edgeOf(element);
  return (at, onwards) => holds(run.text, at) && onwards(at);
}

function edgeOf(element: AST.EdgeAssertion | AST.WordBoundaryAssertion) {
  const negate = element.kind === 'word' && element.negate;
  return (text: string, at: number): boolean => {
    if (element.kind === 'start') return at === 0;
    if (element.kind === 'end') return at === text.length;
    const isWord = (place: number): boolean => /^\w$/.test(text[place] ?? '');
    return (isWord(at - 1) !== isWord(at)) !== negate;
  };
}
