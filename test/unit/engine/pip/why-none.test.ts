import { describe, expect, it } from 'vitest';
import { troubleIn } from '../../../../electron/engine/pip/why-none.ts';

const page = 'http://me:secret@index.example:81/simple/torch/';
const fails = (reason: string) =>
  `Getting page ${page}\nCould not fetch URL ${page}: ${reason} - skipping\n`;
const index = 'index.example:81';

describe('an index that has nothing', () => {
  it.each([
    ['404 Client Error: Not Found for url: x', null],
    ['410 Client Error: Gone for url: x', null],
    ['403 Client Error: Forbidden for url: x', { code: 'index-refuses', status: '403' }],
    ['502 Server Error: Bad Gateway for url: x', { code: 'index-refuses', status: '502' }],
    [
      "HTTPConnectionPool(host='a', port=1): Max retries exceeded with url: /x (Caused by ResponseError('too many 503 error responses'))",
      { code: 'index-refuses', status: '503' },
    ],
    ['connection error: [Errno 111] Connection refused', { code: 'index-unreachable' }],
    ['proxy connection error: no', { code: 'index-unreachable' }],
    ["a didn't respond within 15 seconds", { code: 'index-unreachable' }],
  ])('says %s', (reason, told) => {
    const problem = troubleIn(fails(reason));
    expect(problem && { code: problem.code, ...problem.params }).toEqual(
      told && { ...told, index },
    );
  });

  it('is another page than an index, by its kind or because it names no file', () => {
    const asJson = `WARNING: Skipping page ${page} because the GET request got Content-Type: application/json. The only`;
    const fetched = `Fetched page ${page} as text/html\n`;
    const login = `${fetched}  Skipping link: not a file: http://a/login (from ${page})\n`;
    for (const said of [asJson, fetched, login])
      expect(troubleIn(said)).toEqual({ code: 'index-is-page', params: { index } });
    const wheel = `${fetched}  Skipping link: none of the wheel's tags fit: http://a/torch-1-cp38.whl (from x)\n`;
    expect(troubleIn(wheel)).toBeNull();
    const json = `Fetched page ${page} as application/vnd.pypi.simple.v1+json\n`;
    expect(troubleIn(json)).toBeNull();
  });
});
