/** What has come of one file; bytes. `total` is null where the index does not say. */
export type Arrival = {
  file: string;
  done: number;
  total: number | null;
  /** pip had it already: nothing comes over the network. */
  cached: boolean;
};

const begins = /^\s*(Downloading|Resuming download|Using cached)\s+(\S+)(?:\s+\(.*\))?\s*$/;
const counts = /^Progress (\d+) of (\d+)$/;

/** Whether a line is one of the numbers of `--progress-bar raw`: for us, not for people. */
export function isCount(line: string): boolean {
  return counts.test(line);
}

/**
 * Reads what pip says while it fetches: `Downloading NAME (SIZE)`, then the numbers of
 * `--progress-bar raw`, which it leaves out for small files (512 kB; pip 26.3,
 * `_internal/network/download.py`). Answers what is told by a line; null where it is nothing.
 */
export function createArrivalReader(): (line: string) => Arrival | null {
  let file = '';
  return (line) => {
    const count = counts.exec(line);
    if (count) {
      const total = Number(count[2]);
      return { file, done: Number(count[1]), total: total === 0 ? null : total, cached: false };
    }
    const [, how, address = ''] = begins.exec(line) ?? [];
    // What a package says of itself is small and no part of any size.
    if (how === undefined || address.endsWith('.metadata')) return null;
    file = nameIn(address);
    // The next number says from where it goes on.
    if (how === 'Resuming download') return null;
    return { file, done: 0, total: null, cached: how === 'Using cached' };
  };
}

/** pip shows the last part of an address, or all of it where it is asked to say much. */
function nameIn(address: string): string {
  const last = address.split(/[?#]/)[0]?.split('/').at(-1) ?? '';
  return last.replace(/%2B/gi, '+');
}
