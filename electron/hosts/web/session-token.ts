import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';

/** Proves that a browser was opened by the person who started the host. */
export type SessionToken = {
  /** Goes into the printed address; good for one exchange. */
  readonly oneTime: string;
  /** Exchanges the one-time token for the session; null when it is wrong or used up. */
  redeem: (token: string) => string | null;
  /** Resolves once somebody was let in. */
  readonly redeemed: Promise<void>;
  accepts: (session: string | null) => boolean;
  /** Opens one bundle and nothing else: a download is a plain link, which carries no header. */
  ticketFor: (bundleId: string) => string;
  acceptsTicket: (bundleId: string, ticket: string | null) => boolean;
};

/** Makes both secrets anew: nothing outlives the host. */
export function createSessionToken(): SessionToken {
  const oneTime = randomBytes(32).toString('base64url');
  const secret = randomBytes(32).toString('base64url');
  let used = false;
  let tell = (): void => undefined;
  const redeemed = new Promise<void>((resolve) => (tell = resolve));
  const ticketFor = (bundleId: string): string =>
    createHmac('sha256', secret).update(bundleId).digest('base64url');
  return {
    redeemed,
    oneTime,
    redeem(token) {
      if (used || !sameText(token, oneTime)) return null;
      used = true;
      tell();
      return secret;
    },
    accepts: (session) => session !== null && sameText(session, secret),
    ticketFor,
    acceptsTicket: (bundleId, ticket) => ticket !== null && sameText(ticket, ticketFor(bundleId)),
  };
}

/** Takes as long for a near miss as for a wild guess. */
function sameText(left: string, right: string): boolean {
  const a = Buffer.from(left);
  const b = Buffer.from(right);
  return a.length === b.length && timingSafeEqual(a, b);
}
