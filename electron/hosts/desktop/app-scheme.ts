import { protocol, type Session } from 'electron';
import type { Assets } from '../assets.ts';
import { appHost, appScheme, isOurAddress } from './trusted-sender.ts';

/** Has to be called before the app is ready. */
export function declareAppScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: appScheme, privileges: { standard: true, secure: true, supportFetchAPI: true } },
  ]);
}

/** Serves the renderer at app://attention-doctor/, and nothing at any other host of the scheme. */
export function serveAppScheme(session: Session, assets: Assets): void {
  session.protocol.handle(appScheme, async (request) => {
    if (isOurAddress(request.url)) return assets(request);
    return new Response(`only ${appHost} is here`, { status: 404 });
  });
}
