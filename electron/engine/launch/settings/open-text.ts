/** A file as text, and how a text becomes its bytes again: what is not touched stays as it was. */
export type OpenedText = { text: string; close: (text: string) => Uint8Array };

/**
 * `strict`: JSON, whose characters count: UTF-8 or UTF-16, else null. Else byte by byte: all that
 * is looked for is ASCII, which stands for itself in UTF-8 and in the code pages of Windows.
 */
export function openText(bytes: Uint8Array, strict: boolean): OpenedText | null {
  const isWide = bytes[0] === 0xff && bytes[1] === 0xfe;
  const mark = isWide ? 2 : bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0;
  const encoding = isWide ? 'utf16le' : strict ? 'utf8' : 'latin1';
  const body = Buffer.from(bytes).subarray(mark);
  const text = body.toString(encoding);
  const close = (changed: string): Uint8Array =>
    new Uint8Array(Buffer.concat([bytes.subarray(0, mark), Buffer.from(changed, encoding)]));
  // What is broken in its encoding would not come back as it was.
  return Buffer.from(close(text)).equals(Buffer.from(bytes)) ? { text, close } : null;
}
