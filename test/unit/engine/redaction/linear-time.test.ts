import { describe, expect, it } from 'vitest';
import { privateShapes } from '../../../../electron/engine/redaction/private-shapes.ts';
import { createRedactor } from '../../../../electron/engine/redaction/redact.ts';
import { secretShapes } from '../../../../electron/engine/redaction/secret-shapes.ts';

/** Pieces that a careless expression would begin again at, or go back over. */
const pieces = [
  'a',
  '-',
  'a-',
  '--a',
  ' ',
  '\\',
  '\\"',
  '"',
  "'",
  '://',
  '://a:b',
  'user:',
  '@',
  'a@',
  'a.',
  '1.',
  'a:',
  ':',
  '0a:',
  '%2F',
  '%3A%2F%2F',
  'password',
  'password=',
  'password="',
  "password='",
  'password=\\"',
  'password=,',
  'password: ',
  '--password ',
  '--api-key',
  'token=',
  'token="',
  '_KEY',
  'KEY=;',
  "('token",
  "('",
  '<token>',
  '<password>a',
  'login a ',
  'machine a login b password ',
  'password ',
  '-u a',
  '-u ab:',
  'Authorization: ',
  'Authorization: Digest ',
  'Bearer ',
  'Basic aA',
  'Basic ',
  'cookie: a=',
  'aHR0cHM6Ly',
  'eyJaaaaaaaa.',
  'sk-',
  '-----BEGIN PRIVATE KEY-----',
  '/home/',
  '/home/a ',
  'C:\\Users\\a b ',
  '\\\\a',
  '\\\\wsl.localhost\\a',
  'OneDrive - ',
  'fe80::',
  'S-1-5-21-1',
  'setx A',
  '?token=',
];
const length = 60_000;
const redactor = createRedactor({ home: 'C:\\Users\\张 三', user: '张 三', host: 'studio-7.lan' });

describe('no text makes the redaction run away', () => {
  it.each(pieces)('%j, over and over', (piece) => {
    for (const text of [
      piece.repeat(length / piece.length),
      `${piece.repeat(length / piece.length / 2)}\n`.repeat(2),
      `password="${piece.repeat(length / piece.length)}`,
    ]) {
      const begin = performance.now();
      redactor.text(text);
      // Some milliseconds; a quadratic one takes seconds, an exponential one for ever.
      expect(performance.now() - begin).toBeLessThan(1500);
    }
  });

  it('every row is global and says where it comes from', () => {
    for (const { pattern, source } of [...secretShapes, ...privateShapes]) {
      expect(pattern.flags).toContain('g');
      expect(source).not.toBe('');
    }
  });
});
