import type { Server } from 'node:http';
import { fail } from '../../../shared/problem.ts';

/** Listens on this machine only, never on the network. Answers the port. */
export async function listen(server: Server, port: number): Promise<number> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error) => reject(error));
    server.listen({ host: '127.0.0.1', port, exclusive: true }, resolve);
  }).catch((thrown: unknown) => {
    const detail = thrown instanceof Error ? thrown.message : String(thrown);
    fail('invalid-request', { params: { reason: `port ${port} cannot be used` }, detail });
  });
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the server has no port');
  return address.port;
}
