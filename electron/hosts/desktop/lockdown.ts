import { app, type Session, type WebContents, type WebPreferences } from 'electron';
import { isGranted } from './permissions.ts';
import { isOurAddress } from './trusted-sender.ts';

/** Every lock of the window, in one file. */
export const lockedPreferences: WebPreferences = {
  contextIsolation: true,
  sandbox: true,
  nodeIntegration: false,
  nodeIntegrationInWorker: false,
  nodeIntegrationInSubFrames: false,
  webviewTag: false,
  webSecurity: true,
  navigateOnDragDrop: false,
  // The dictionaries would be downloaded.
  spellcheck: false,
};

/** Electron grants permissions unless told otherwise. */
export function lockSession(session: Session): void {
  session.setPermissionRequestHandler((contents, permission, answer) => {
    answer(isGranted(permission, contents.getURL()));
  });
  session.setPermissionCheckHandler((_contents, permission, origin) => {
    return isGranted(permission, origin);
  });
  session.setDevicePermissionHandler(() => false);
  // The page needs nothing from outside, whatever it may be talked into.
  session.webRequest.onBeforeRequest((details, answer) => {
    answer({ cancel: !isInside(details.url) });
  });
}

function isInside(url: string): boolean {
  return isOurAddress(url) || url.startsWith('devtools:') || url.startsWith('data:');
}

/** For every page that this process ever makes, ours or not. */
export function lockAllContents(): void {
  app.on('web-contents-created', (_event, contents) => lockContents(contents));
}

function lockContents(contents: WebContents): void {
  contents.on('will-navigate', (event) => event.preventDefault());
  contents.on('will-redirect', (event) => event.preventDefault());
  contents.on('will-frame-navigate', (event) => event.preventDefault());
  contents.on('will-attach-webview', (event) => event.preventDefault());
  contents.setWindowOpenHandler(() => ({ action: 'deny' }));
}
