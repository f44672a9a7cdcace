import { afterEach, expect, test, vi } from 'vitest';
import { createLogUploads } from '../../../../electron/engine/logs/log-uploads.ts';
import { ProblemError, type Problem } from '../../../../shared/problem.ts';
import { mismatchedStart } from '../../../support/sample-logs.ts';

afterEach(() => vi.useRealTimers());

function uploadsFrom(patience?: number) {
  let ids = 0;
  return createLogUploads(() => `log-${(ids += 1)}`, patience);
}

function problemOf(act: () => unknown): Problem {
  try {
    act();
  } catch (thrown) {
    if (thrown instanceof ProblemError) return thrown.problem;
    throw thrown;
  }
  throw new Error('no Problem');
}

test('pieces are read as one log, wherever they are cut', () => {
  const bytes = Buffer.from(mismatchedStart());
  const whole = uploadsFrom();
  const id = whole.open('comfyui.log');
  whole.add(id, 0, bytes);
  const expected = whole.take(id).reading;
  const cut = uploadsFrom();
  const cutId = cut.open(null);
  for (let at = 0; at < bytes.length; at += 7) {
    expect(cut.add(cutId, at, bytes.subarray(at, at + 7))).toBe(Math.min(at + 7, bytes.length));
  }
  const { name, reading } = cut.take(cutId);
  expect([name, reading.bytes]).toEqual([null, bytes.length]);
  expect(reading.said.length).toBeGreaterThan(0);
  expect(reading.said).toEqual(expected.said);
});

test('a piece that is late or comes twice is refused, and the log goes on', () => {
  const uploads = uploadsFrom();
  const id = uploads.open(null);
  const piece = Buffer.from('hello\n');
  uploads.add(id, 0, piece);
  for (const offset of [0, 3, 12]) {
    expect(problemOf(() => uploads.add(id, offset, piece)).code).toBe('invalid-request');
  }
  expect(uploads.add(id, 6, piece)).toBe(12);
  expect(uploads.take(id).reading.bytes).toBe(12);
});

test('another one that is begun takes its place, and none is taken twice', () => {
  const uploads = uploadsFrom();
  const first = uploads.open(null);
  const second = uploads.open(null);
  const piece = Buffer.from('x');
  expect(problemOf(() => uploads.add(first, 0, piece)).code).toBe('log-unknown');
  expect([uploads.has(first), uploads.has(second)]).toEqual([false, true]);
  uploads.add(second, 0, piece);
  uploads.take(second);
  expect(problemOf(() => uploads.take(second)).code).toBe('log-unknown');
});

test('one that nobody goes on with is dropped, and each piece gives new patience', () => {
  vi.useFakeTimers();
  const uploads = uploadsFrom(1000);
  const id = uploads.open(null);
  vi.advanceTimersByTime(900);
  uploads.add(id, 0, Buffer.from('x'));
  vi.advanceTimersByTime(900);
  expect(uploads.has(id)).toBe(true);
  vi.advanceTimersByTime(200);
  expect(uploads.has(id)).toBe(false);
});

test.each(['', '\n \r\n\t\n'])('%j is no log', (text) => {
  const uploads = uploadsFrom();
  const id = uploads.open(null);
  uploads.add(id, 0, Buffer.from(text));
  expect(problemOf(() => uploads.take(id)).code).toBe('log-empty');
});

test('a zip is kept whole, and a picture is no log', () => {
  const uploads = uploadsFrom();
  const id = uploads.open('bundle.zip');
  const bytes = Buffer.from([0x50, 0x4b, 3, 4, 1, 2, 3]);
  uploads.add(id, 0, bytes.subarray(0, 3));
  uploads.add(id, 3, bytes.subarray(3));
  expect(uploads.take(id).zip).toEqual(bytes);
  const picture = uploads.open('screenshot.png');
  uploads.add(picture, 0, Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 65]));
  expect(problemOf(() => uploads.take(picture)).code).toBe('not-a-text');
  const text = uploads.open(null);
  uploads.add(text, 0, Buffer.from('PK is a shop\n'));
  expect(uploads.take(text).zip).toBeNull();
});

test('a zip that is larger than any bundle is not kept', () => {
  const uploads = uploadsFrom();
  const id = uploads.open('models.zip');
  const piece = new Uint8Array(40 * 1024 * 1024);
  piece.set([0x50, 0x4b, 3, 4]);
  uploads.add(id, 0, piece);
  uploads.add(id, piece.length, piece);
  expect(problemOf(() => uploads.take(id)).code).toBe('not-a-text');
});

test('a file that is wanted whole is kept as it came, and is no log', () => {
  const uploads = uploadsFrom();
  const id = uploads.open('picture.png', true);
  const bytes = Buffer.from([0x89, 0x50, 0, 255, 10, 13]);
  uploads.add(id, 0, bytes.subarray(0, 2));
  uploads.add(id, 2, bytes.subarray(2));
  expect(uploads.takeWhole(id)).toEqual(bytes);
  expect(problemOf(() => uploads.takeWhole(id)).code).toBe('log-unknown');
  const log = uploads.open('comfyui.log');
  uploads.add(log, 0, Buffer.from('{"3": {}}'));
  expect(uploads.takeWhole(log)).toBeNull();
});

test('a file that no workflow is as large as is forgotten while it comes', () => {
  const uploads = uploadsFrom();
  const id = uploads.open('film.png', true);
  const piece = new Uint8Array(33 * 1024 * 1024);
  uploads.add(id, 0, piece);
  uploads.add(id, piece.length, piece);
  expect(uploads.takeWhole(id)).toBeNull();
});
