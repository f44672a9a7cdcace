import type { Signature } from '../../electron/engine/knowledge/signatures.ts';
import type { LogReading } from '../../electron/engine/logs/log-reading.ts';
import type { SignatureId } from '../../shared/signature-ids.ts';
import { createLogReader } from '../../electron/engine/logs/read-log.ts';

/** Messages that no program prints, to test how a log is read and not what is in it. */
const signatures = [
  signature('ONE', ['first message'], String.raw`first message(?: of (?<whom>\w+))?`),
  signature('TWO', ['second message', 'zweite'], String.raw`second message: (?<path>\S+)|zweite`),
  signature('QUOTED', ["named 'thing'"], "no module named 'thing'"),
  signature('PATH', ['lib\\thing'], String.raw`lib[\\/]{1,4}thing`),
  { ...signature('OFTEN', ['100%'], '100%'), enough: 1 },
];
/** One of them, with the path in it. */
export const message = 'second message: C:\\ComfyUI\\python.exe';

export function read(text: string): LogReading {
  return readBytes([Buffer.from(text)]);
}

export function readBytes(chunks: readonly Buffer[]): LogReading {
  const reader = createLogReader({ signatures });
  for (const chunk of chunks) reader.push(chunk);
  return reader.end();
}

function signature(id: string, anchors: string[], pattern: string): Signature {
  return {
    id: id as SignatureId,
    anchors,
    pattern,
    role: 'detail',
    printedBy: '',
    versions: '',
    meaning: '',
    source: '',
  };
}
