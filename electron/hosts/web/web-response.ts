import type { ServerResponse } from 'node:http';
import { securityHeaders } from '../assets.ts';
import type { Result } from '../../../shared/problem.ts';

/** Sends what assets.ts or a notice answered. */
export async function sendResponse(response: ServerResponse, answer: Response): Promise<void> {
  const body = new Uint8Array(await answer.arrayBuffer());
  response.writeHead(answer.status, Object.fromEntries(answer.headers));
  response.end(body);
}

/** Sends the Result of a call. */
export function sendResult(
  response: ServerResponse,
  status: number,
  result: Result<unknown>,
): void {
  response.writeHead(status, {
    ...securityHeaders,
    'content-type': 'application/json; charset=utf-8',
    'cache-control': 'no-store',
  });
  response.end(JSON.stringify(result));
}
