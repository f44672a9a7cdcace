/**
 * The version of a Windows program or library: FILEVERSION of its VS_FIXEDFILEINFO, which
 * begins with a signature that is found without following the sections before it.
 */
export function fileVersion(bytes: Uint8Array): string | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const signature = [0xbd, 0x04, 0xef, 0xfe];
  for (let at = bytes.indexOf(signature[0] ?? 0); at !== -1; at = bytes.indexOf(0xbd, at + 1)) {
    if (at + 16 > bytes.length) return null;
    if (!signature.every((byte, index) => bytes[at + index] === byte)) continue;
    // dwStrucVersion of the only layout there is.
    if (view.getUint32(at + 4, true) !== 0x0001_0000) continue;
    const high = view.getUint32(at + 8, true);
    const low = view.getUint32(at + 12, true);
    return [high >>> 16, high & 0xffff, low >>> 16, low & 0xffff].join('.');
  }
  return null;
}
