import fc from 'fast-check';
import { contract, methods, type Method } from '../../shared/contract.ts';
import { cases } from '../contract/contract-suite.ts';

export type Message = { method: string; params: unknown };

const long = 'x'.repeat(3000);
/** What a page that was talked into something might put in place of an id or a choice. */
const nasty: unknown[] = [
  ...[null, true, -1, 0.5, 1e308, Number.NaN, '', ' ', '\u0000', '\ud800', '\u202e', long],
  ...['../../etc/passwd', '/bin/sh', 'C:\\Windows', 'file:///etc/passwd', 'javascript:alert(1)'],
  ...['__proto__', 'constructor', 'toString', '$(id)', '; rm -rf ~', '-r', '--index-url=http://x'],
  ...[[], [[]], {}, { path: '/etc' }, { command: ['rm'] }, Array.from({ length: 500 }, () => 0)],
];
const keys = ['__proto__', 'constructor', 'path', 'command', 'kind', 'targetId', 'consent', ''];

/** A copy with one part changed, added or taken away, somewhere in it. */
function altered(value: unknown, turn: number, by: unknown): unknown {
  if (typeof value !== 'object' || value === null) return by;
  const entries = Object.entries(value);
  const key = keys[turn % keys.length] ?? '';
  const added: [string, unknown][] = [...entries, [key, by]];
  const at = turn % (entries.length + 2);
  const [name, inner] = entries[at] ?? [];
  const made =
    name === undefined
      ? added
      : entries.flatMap(([each, old]): [string, unknown][] => {
          if (each !== name) return [[each, old]];
          return turn % 7 === 0 ? [] : [[each, altered(inner, Math.floor(turn / 3), by)]];
        });
  // As JSON.parse would make it: a name like any other, and not the prototype.
  return Object.fromEntries(made);
}

const right = fc.constantFrom(
  ...methods.flatMap((method) => {
    const { good, bad } = cases[method];
    // The largest pieces of a log would take all the time, and have their own tests.
    const short = [...good, ...bad].filter((each) => (JSON.stringify(each) ?? '').length < 5000);
    return short.map((params): Message => ({ method, params }));
  }),
);
const names = fc.constantFrom<string>(
  ...methods,
  ...[
    '__proto__',
    'constructor',
    'hasOwnProperty',
    'events',
    'enter',
    '',
    'GETSTATE',
    'start/',
    long,
  ],
);

/** Right ones, right ones that were changed, and what was never right. */
export const anyMessage: fc.Arbitrary<Message> = fc.oneof(
  { weight: 1, arbitrary: right },
  {
    weight: 6,
    arbitrary: fc
      .tuple(right, fc.nat(), fc.constantFrom(...nasty))
      .map(([{ method, params }, turn, by]) => ({ method, params: altered(params, turn, by) })),
  },
  { weight: 2, arbitrary: fc.record({ method: names, params: fc.anything() }) },
);

/** Whether the contract lets this message through. */
export function isRight({ method, params }: Message): boolean {
  return isMethod(method) && contract[method].params.safeParse(params).success;
}

function isMethod(name: string): name is Method {
  return (methods as readonly string[]).includes(name);
}
