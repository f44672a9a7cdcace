import { derived } from '../knowledge/live-tables.ts';
import { signatures as allSignatures, type Signature } from '../knowledge/signatures.ts';
import { buildAutomaton, type Automaton } from './automaton.ts';
import { createLineJoiner } from './join-lines.ts';
import type { LogReading } from './log-reading.ts';
import { createEncodingReader } from './read-encoding.ts';
import { createFirstLineReader } from './read-first-line.ts';
import { createMessageReader } from './read-messages.ts';
import { createBeginningReader } from './file-beginning.ts';
import { createByteScanner } from './scan-bytes.ts';
import { createEscapeFilter } from './scan-escapes.ts';

/** Building one takes some milliseconds, and each probe's error is a log of its own. */
const automata = new WeakMap<readonly Signature[], Automaton>();
const known = derived(() => [...allSignatures]);

/**
 * Reads a log of any size and encoding as it comes, and keeps only the messages that are
 * known. Bytes become: text whose ASCII can be read, without terminal escapes, its torn lines
 * joined, run over once for anchors; only a line with an anchor is decoded and matched.
 */
export function createLogReader(options: { signatures?: readonly Signature[] } = {}) {
  const signatures = options.signatures ?? known();
  const joiner = createLineJoiner((bytes) => {
    scanner.push(bytes);
  });
  const messages = createMessageReader(signatures, joiner);
  const scanner = createByteScanner(automatonFor(signatures), (hit) => {
    messages.hit(hit);
  });
  const first = createFirstLineReader();
  const withoutEscapes = createEscapeFilter((bytes) => {
    first.push(bytes);
    joiner.push(bytes);
  });
  const encoding = createEncodingReader(withoutEscapes);
  const beginning = createBeginningReader();
  let bytes = 0;

  return {
    push(chunk: Uint8Array): void {
      bytes += chunk.length;
      beginning.push(chunk);
      encoding.push(chunk);
    },
    end(): LogReading {
      encoding.end();
      joiner.end();
      const lines = scanner.end() + joiner.leftOut();
      return {
        said: messages.said(),
        counts: messages.counts(),
        lines,
        bytes,
        firstLine: first.firstLine(),
        holds: beginning.holds(),
      };
    },
  };
}

/** Reads a text that is there as a whole: what somebody pasted, or a probe's error. */
export function readText(text: string): LogReading {
  const reader = createLogReader();
  reader.push(Buffer.from(text, 'utf8'));
  return reader.end();
}

function automatonFor(signatures: readonly Signature[]): Automaton {
  const built = automata.get(signatures);
  if (built) return built;
  const automaton = buildAutomaton(signatures.map(({ anchors }) => anchors));
  automata.set(signatures, automaton);
  return automaton;
}
