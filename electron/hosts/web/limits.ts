/**
 * What one client may take from the host. Anybody on this machine can connect to the port, so all of it
 * holds before anybody has shown a session.
 */
export const webLimits = {
  /** A page opens six connections at most; far below the 1,024 open files that some systems allow. */
  strangers: 256,
  /** Milliseconds until a connection that has shown no session is closed: a page is loaded long before. */
  strangerAge: 60_000,
  /** Milliseconds for the headers of a request: over loopback they come at once. */
  headers: 10_000,
  /** Milliseconds for a whole request: a piece of a log comes through a slow ssh tunnel as well. */
  request: 120_000,
  /** Milliseconds between two looks for clients that are too slow. */
  looking: 2_000,
  /** Bytes of all headers together. */
  headerBytes: 8 * 1024,
  /** One for each open page. */
  eventStreams: 16,
} as const;
