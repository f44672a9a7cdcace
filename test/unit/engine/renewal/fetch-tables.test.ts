import { createServer, type RequestListener } from 'node:http';
import { writeFile } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { createNodeSystem } from '../../../../electron/engine/machine/node-system.ts';
import { fetchTables, usableAddress } from '../../../../electron/engine/renewal/fetch-tables.ts';
import { mostBytes } from '../../../../electron/engine/renewal/signed-file.ts';
import { makeTemporaryFolder } from '../../../support/temporary-folders.ts';

const system = { ...createNodeSystem(), timeLimits: { tables: 2000 } };

async function serve(listener: RequestListener): Promise<string> {
  const server = createServer(listener);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void server.close().closeAllConnections());
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

it('reads a file, and an address through a redirection within its host', async () => {
  const file = join(await makeTemporaryFolder('tables'), 'tables.json');
  await writeFile(file, 'signed');
  expect(await fetchTables(system, file)).toBe('signed');
  const host = await serve((request, response) => {
    if (request.url === '/new') response.end('signed');
    else response.writeHead(302, { location: '/new' }).end();
  });
  expect(await fetchTables(system, `${host}/old`)).toBe('signed');
});

it.each([
  ['sends us elsewhere', 302, { location: 'http://localhost:1/tables.json' }, 'tables-elsewhere'],
  ['sends us round and round', 302, { location: '/again' }, 'tables-refused'],
  ['has nothing', 404, {}, 'tables-refused'],
])('stops at a host that %s', async (_, status, headers, code) => {
  const host = await serve((__, response) => void response.writeHead(status, headers).end());
  await expect(fetchTables(system, `${host}/tables.json`)).rejects.toMatchObject({
    problem: { code },
  });
});

it('stops at what is too large, without taking it in', async () => {
  let sent = 0;
  const piece = Buffer.alloc(1024 * 1024);
  const host = await serve((_, response) => {
    const more = (): void => {
      if (response.destroyed) return;
      sent += piece.length;
      response.write(piece, more);
    };
    more();
  });
  await expect(fetchTables(system, host)).rejects.toMatchObject({
    problem: { code: 'tables-too-large' },
  });
  expect(sent).toBeLessThan(8 * mostBytes);
  const file = join(await makeTemporaryFolder('tables'), 'large');
  await writeFile(file, Buffer.alloc(mostBytes + 1));
  await expect(fetchTables(system, file)).rejects.toMatchObject({
    problem: { code: 'tables-too-large' },
  });
});

it('gives up a host that is silent, and stops when the user does', async () => {
  const host = await serve(() => undefined);
  const impatient = { ...system, timeLimits: { tables: 100 } };
  await expect(fetchTables(impatient, host)).rejects.toMatchObject({
    problem: { code: 'tables-unreachable' },
  });
  const signal = AbortSignal.timeout(50);
  await expect(fetchTables(system, host, signal)).rejects.toMatchObject({
    problem: { code: 'cancelled' },
  });
});

it('takes certain addresses only', () => {
  expect(usableAddress('https://example.org/t.json')).toBe('https://example.org/t.json');
  const refused = [
    'http://example.org/t',
    'ftp://example.org/t',
    'https://a:b@example.org/',
    'https://',
  ];
  for (const address of refused) expect(() => usableAddress(address)).toThrow('tables-address');
});
