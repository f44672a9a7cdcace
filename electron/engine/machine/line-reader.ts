import { stripVTControlCharacters } from 'node:util';
import { isChineseText } from './chinese-text.ts';
import { codeOf } from './read-file.ts';

/** Longer lines are cut: a program that prints 50 MB without a line end must not fill memory. */
const longestLine = 64 * 1024;

/**
 * Splits bytes into lines. A carriage return alone ends a line too (progress bars). Colour
 * codes and control characters are removed; bytes that are not UTF-8 are read in the
 * machine's own old encoding.
 */
export function createLineReader(onLine: (line: string) => void, locale = systemLocale()) {
  let pending: Buffer[] = [];
  let pendingBytes = 0;

  function add(bytes: Buffer): void {
    const room = longestLine - pendingBytes;
    if (room <= 0) return;
    const kept = bytes.length > room ? bytes.subarray(0, room) : bytes;
    pending.push(kept);
    pendingBytes += kept.length;
  }
  function flush(): void {
    if (pendingBytes === 0) return;
    const text = cleanLine(decodeBytes(Buffer.concat(pending), locale));
    pending = [];
    pendingBytes = 0;
    if (text.trim() !== '') onLine(text);
  }
  return {
    push(chunk: Buffer): void {
      let start = 0;
      for (let i = 0; i < chunk.length; i += 1) {
        const byte = chunk[i];
        if (byte !== 0x0a && byte !== 0x0d) continue;
        add(chunk.subarray(start, i));
        flush();
        start = i + 1;
      }
      add(chunk.subarray(start));
    },
    end: flush,
  };
}

/** UTF-8 where it is valid, else the old encoding of the locale, or what it shows itself to be. */
export function decodeBytes(bytes: Uint8Array, locale = systemLocale()): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  // wsl.exe and some PowerShell builds write UTF-16: its zero bytes are enough to read ASCII.
  const plain = bytes.includes(0) ? bytes.filter((byte) => byte !== 0) : bytes;
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(plain);
  } catch (thrown) {
    if (codeOf(thrown) !== 'ERR_ENCODING_INVALID_ENCODED_DATA') throw thrown;
    return new TextDecoder(oldEncoding(locale, plain)).decode(plain);
  }
}

function oldEncoding(locale: string, bytes: Uint8Array): string {
  if (locale.startsWith('zh')) return 'gb18030';
  if (locale.startsWith('ja')) return 'shift_jis';
  if (locale.startsWith('ko')) return 'euc-kr';
  if (locale.startsWith('ru')) return 'windows-1251';
  // Packages come from China to machines of every language.
  return isChineseText(bytes) ? 'gb18030' : 'windows-1252';
}

function systemLocale(): string {
  return Intl.DateTimeFormat().resolvedOptions().locale;
}

function cleanLine(text: string): string {
  // The second pass takes what is left of C0 and C1, and Stability Matrix's APC frames.
  return (
    stripVTControlCharacters(text)
      // eslint-disable-next-line no-control-regex
      .replace(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/g, '')
      .trimEnd()
  );
}
