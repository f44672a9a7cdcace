// @vitest-environment node
import { createServer, type Server, type ServerResponse } from 'node:http';
import { afterEach, expect, test } from 'vitest';
import { openEventStream, type EventStream } from '../../../../renderer/backend/event-stream.ts';

let server: Server;
let stream: EventStream;
afterEach(() => {
  stream.close();
  server.closeAllConnections();
  server.close();
});

/** Follows a host; answers what was heard, in order, until there is so much. */
async function hear(count: number, answer: (response: ServerResponse, visit: number) => void) {
  let visits = 0;
  server = createServer((_request, response) => answer(response, (visits += 1)));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  const heard: string[] = [];
  await new Promise<void>((resolve) => {
    const note = (what: string): void => {
      if (heard.push(what) >= count) resolve();
    };
    stream = openEventStream(`http://127.0.0.1:${address.port}/api/events`, fetch);
    stream.onopen = () => note('open');
    stream.onerror = () => note('lost');
    stream.onmessage = ({ data }) => note(data);
  });
  return { heard, visits: () => visits };
}

test('events are told whole, however they were cut, and the line is taken up again', async () => {
  const { heard } = await hear(5, (response, visit) => {
    response.writeHead(200, { 'content-type': 'text/event-stream' });
    if (visit > 1) return void response.write('id: 9\ndata: {"after":"a break"}\n\n');
    const bytes = Buffer.from(': hello\n\nid: 8\ndata: {"text":"中文"}\n\n');
    response.write(bytes.subarray(0, 34));
    setTimeout(() => response.end(bytes.subarray(34)), 30);
  });
  expect(heard).toEqual(['open', '{"text":"中文"}', 'lost', 'open', '{"after":"a break"}']);
});

test('who was not let in does not knock again', async () => {
  const { heard, visits } = await hear(1, (response) => response.writeHead(403).end());
  await new Promise((resolve) => setTimeout(resolve, 1_300));
  expect([heard, visits()]).toEqual([['lost'], 1]);
});
