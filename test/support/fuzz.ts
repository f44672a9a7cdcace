import fc from 'fast-check';

const long = process.env['FUZZ'] === 'long';
const given = process.env['FUZZ_SEED'];
/** The short form is always the same; the long one draws anew, and says what. */
const seed = Number(given ?? (long ? Date.now() % 0x7fffffff : 20261130));
if (long) process.stdout.write(`FUZZ_SEED=${seed} repeats this run\n`);

/** How many cases: a few in the tests, all of them with `npm run fuzz`. */
export function cases(few: number, all: number): { numRuns: number; seed: number } {
  return { numRuns: long ? all : few, seed };
}

const edit = fc.record({
  kind: fc.constantFrom('set', 'insert', 'remove', 'repeat', 'cut', 'word'),
  place: fc.nat(),
  length: fc.nat(40),
  byte: fc.oneof(fc.constantFrom(0, 9, 10, 13, 34, 39, 44, 47, 58, 92, 0x7f, 0xff), fc.nat(255)),
});
type Edit = typeof edit extends fc.Arbitrary<infer T> ? T : never;

/** What breaks readers: ends of a number's range, names that lead elsewhere, halves of escapes. */
const words = [
  ...['../../etc/passwd', '..\\..\\x', 'C:\\', '//host/share', '__proto__', 'constructor'],
  ...[
    '\u0000',
    '\ud800',
    '\u202e',
    '\u001b]0;x\u0007',
    '%00',
    '%',
    '\\u',
    '"',
    '${',
    '%~dp0',
    '\\',
  ],
  ...['0x7fffffff', '-1', '99999999999999999999', '1e999', 'NaN', 'a'.repeat(300), '('.repeat(200)],
].map((word) => Buffer.from(word));

/** One to five changes of what was right. */
export const edits = fc.array(edit, { minLength: 1, maxLength: 5 });

/** The sample with these changes. */
export function changed(sample: Buffer, wanted: readonly Edit[]): Buffer {
  return wanted.reduce((bytes, { kind, place, length, byte }) => {
    const at = place % (bytes.length + 1);
    const [before, after] = [bytes.subarray(0, at), bytes.subarray(at)];
    switch (kind) {
      case 'set':
        return Buffer.concat([before, Buffer.of(byte), after.subarray(1)]);
      case 'insert':
        return Buffer.concat([before, Buffer.alloc(length, byte), after]);
      case 'remove':
        return Buffer.concat([before, after.subarray(length)]);
      case 'repeat':
        return Buffer.concat([before, after.subarray(0, length), after]);
      case 'cut':
        return before;
      case 'word':
        return Buffer.concat([before, words[byte % words.length] ?? before, after]);
    }
  }, sample);
}

/** One of the samples, changed, or bytes without any sense. */
export function spoiled(samples: readonly Buffer[]): fc.Arbitrary<Buffer> {
  const right = fc.constantFrom(...samples);
  return fc.oneof(
    { weight: 15, arbitrary: fc.tuple(right, edits).map(([bytes, each]) => changed(bytes, each)) },
    { weight: 1, arbitrary: fc.uint8Array({ maxLength: 200 }).map((each) => Buffer.from(each)) },
  );
}
