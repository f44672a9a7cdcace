import type { BundleFile } from '../../../shared/bundle-file.ts';

/** Bytes of a file that are shown: a log of 20,000 lines is read in the zip. */
const shown = 48 * 1024;

/** The beginning of a file, cut at the end of a line; no text where it holds none. */
export function beginningOf(name: string, content: Uint8Array): BundleFile {
  const bytes = content.length;
  const text = new TextDecoder().decode(content.subarray(0, shown));
  if (text.includes('\0')) return { name, bytes, text: null, cut: false };
  const cut = bytes > shown;
  const end = cut ? text.lastIndexOf('\n') + 1 : text.length;
  return { name, bytes, text: text.slice(0, end === 0 ? text.length : end), cut };
}
