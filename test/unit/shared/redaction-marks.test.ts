import { describe, expect, it } from 'vitest';
import { createRedactor } from '../../../electron/engine/redaction/redact.ts';
import { markedPieces } from '../../../shared/redaction-marks.ts';

const redactor = createRedactor({ home: '/home/marta', user: 'marta', host: 'atelier' });
const marksOf = (text: string) =>
  markedPieces(redactor.text(text)).flatMap((piece) => (piece.replaced ? [piece.text] : []));

describe('what was replaced in a text', () => {
  it.each([
    ['/home/marta/ComfyUI', ['~']],
    ['by marta on atelier', ['<user>', '<host>']],
    ['mail jo.k@example.org', ['<e-mail>']],
    ['http://192.168.0.17:8188', ['<address>']],
    ['HF_TOKEN=hf_abcdefghijklmnopqrstuvwxyzABCDEFGHIJ', ['<token>']],
    ['S-1-5-21-1004336348-1177238915-682003330-512', ['<sid>']],
  ])('%s is marked', (text, marks) => {
    expect(marksOf(text)).toEqual(marks);
  });

  it('is all that is marked, and nothing is lost', () => {
    const text = 'about ~5 files, a~b, <module> and <secret>: ~/x';
    const pieces = markedPieces(text);
    expect(pieces.map((piece) => piece.text).join('')).toBe(text);
    expect(pieces.flatMap((piece) => (piece.replaced ? [piece.text] : []))).toEqual([
      '<secret>',
      '~',
    ]);
  });
});
