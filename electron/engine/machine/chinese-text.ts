/**
 * Whether bytes that are not UTF-8 are Chinese text in GBK, the encoding of batch files on a
 * Chinese Windows. Most of its words are of the 3,755 common characters, whose first byte lies in
 * B0-D7; the accented small letters of Western encodings lie above, and rarely stand in pairs.
 * Source: GB 2312-80 rows 16-55; windows-1252.
 */
export function isChineseText(bytes: Uint8Array): boolean {
  let common = 0;
  let other = 0;
  for (let at = 0; at < bytes.length; at += 1) {
    const lead = bytes[at] ?? 0;
    if (lead < 0x80) continue;
    const trail = bytes[at + 1] ?? 0;
    if (lead === 0x80 || lead === 0xff || trail < 0x40 || trail === 0x7f || trail === 0xff)
      return false;
    const isCommon = lead >= 0xb0 && lead <= 0xd7 && trail >= 0xa1;
    // Rows 1-3 are punctuation, which goes with either.
    const isPunctuation = lead >= 0xa1 && lead <= 0xa3 && trail >= 0xa1;
    if (isCommon) common += 1;
    else if (!isPunctuation) other += 1;
    at += 1;
  }
  return common > other;
}
