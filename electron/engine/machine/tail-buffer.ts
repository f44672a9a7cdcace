/** Keeps the last `limit` bytes of a stream. */
export function createTailBuffer(limit: number) {
  let chunks: Buffer[] = [];
  let bytes = 0;
  return {
    push(chunk: Buffer): void {
      chunks.push(chunk);
      bytes += chunk.length;
      while (chunks.length > 1 && bytes - (chunks[0]?.length ?? 0) >= limit) {
        bytes -= chunks[0]?.length ?? 0;
        chunks = chunks.slice(1);
      }
    },
    read(): Buffer {
      const all = Buffer.concat(chunks);
      return all.length > limit ? all.subarray(all.length - limit) : all;
    },
  };
}
