import type { Server } from 'node:http';
import type { Socket } from 'node:net';
import { webLimits } from './limits.ts';

export type Connections = {
  /** This connection has shown the session: nobody else can push it out any more. */
  letIn(socket: Socket): void;
};

/**
 * Keeps strangers from taking the connections of the owner: whoever has shown no session makes room
 * for the next one, the oldest first, and has to leave after a while.
 */
export function watchConnections(server: Server, limits = webLimits): Connections {
  const strangers = new Map<Socket, NodeJS.Timeout>();
  function forget(socket: Socket): void {
    clearTimeout(strangers.get(socket));
    strangers.delete(socket);
  }
  server.on('connection', (socket: Socket) => {
    strangers.set(
      socket,
      setTimeout(() => socket.destroy(), limits.strangerAge),
    );
    socket.once('close', () => forget(socket));
    const [oldest] = strangers.keys();
    if (strangers.size > limits.strangers) oldest?.destroy();
  });
  return { letIn: forget };
}
