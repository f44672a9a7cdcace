import { randomBytes, timingSafeEqual } from 'node:crypto';

/** Proves that a browser was opened by the person who started the host. */
export type SessionToken = {
  /** Goes into the printed address; good for one exchange. */
  readonly oneTime: string;
  /** The name of the cookie; other ports of this machine share the browser's cookie jar. */
  cookieName: (port: number) => string;
  /** Exchanges the one-time token for the value of the cookie; null when it is wrong or used up. */
  redeem: (token: string) => string | null;
  /** Resolves once somebody was let in. */
  readonly redeemed: Promise<void>;
  accepts: (cookie: string | null) => boolean;
};

/** Makes both secrets anew: nothing outlives the host. */
export function createSessionToken(): SessionToken {
  const oneTime = randomBytes(32).toString('base64url');
  const secret = randomBytes(32).toString('base64url');
  let used = false;
  let tell = (): void => undefined;
  const redeemed = new Promise<void>((resolve) => (tell = resolve));
  return {
    redeemed,
    oneTime,
    cookieName: (port) => `attention-doctor-${port}`,
    redeem(token) {
      if (used || !sameText(token, oneTime)) return null;
      used = true;
      tell();
      return secret;
    },
    accepts: (cookie) => cookie !== null && sameText(cookie, secret),
  };
}

/** Takes as long for a near miss as for a wild guess. */
function sameText(left: string, right: string): boolean {
  const a = Buffer.from(left);
  const b = Buffer.from(right);
  return a.length === b.length && timingSafeEqual(a, b);
}
