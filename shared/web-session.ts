import * as z from 'zod';

/**
 * How a browser shows that it was let in: a header, which only our own page can send. A cookie would be
 * sent to every port of 127.0.0.1, and so to whatever another user of the machine serves there.
 */
export const sessionHeader = 'x-attention-doctor-session';

/** Handed over once, by POST /api/enter; a token is 43 characters long. */
export const enterSchema = z.strictObject({ token: z.string().max(100) });

/** What the browser keeps for this host and port, and shows from then on. */
export const enteredSchema = z.object({ session: z.string() });
