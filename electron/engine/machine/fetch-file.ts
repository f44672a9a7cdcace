import { eitherSignal } from './either-signal.ts';
import { nullIfUnreachable } from './web-questions.ts';

export type FetchedFile =
  | { kind: 'file'; bytes: Uint8Array }
  | { kind: 'refused'; status: number }
  | { kind: 'too-large' }
  /** To this host, or from https to something open. */
  | { kind: 'elsewhere'; host: string };

const mostRedirections = 3;

/** See System.fetchFile. */
export async function fetchFile(
  url: string,
  { most, timeLimit, signal }: { most: number; timeLimit: number; signal?: AbortSignal },
): Promise<FetchedFile | null> {
  const until = eitherSignal(signal, AbortSignal.timeout(timeLimit));
  let address = url;
  try {
    for (let at = 0; at <= mostRedirections; at++) {
      const answer = await fetch(address, { redirect: 'manual', signal: until });
      const to = answer.headers.get('location');
      if (answer.status < 300 || answer.status >= 400 || to === null)
        return answer.ok
          ? await readAtMost(answer, most)
          : { kind: 'refused', status: answer.status };
      await answer.body?.cancel();
      const next = new URL(to, address);
      const { host, protocol } = new URL(address);
      if (next.host !== host || next.protocol !== protocol)
        return { kind: 'elsewhere', host: next.host };
      address = next.href;
    }
    return { kind: 'refused', status: 310 };
  } catch (thrown) {
    return nullIfUnreachable(thrown);
  }
}

async function readAtMost(answer: Response, most: number): Promise<FetchedFile> {
  const parts: Uint8Array[] = [];
  let bytes = 0;
  for await (const part of answer.body ?? []) {
    bytes += part.length;
    // Leaving the loop ends the transfer.
    if (bytes > most) return { kind: 'too-large' };
    parts.push(part);
  }
  return { kind: 'file', bytes: Buffer.concat(parts) };
}
