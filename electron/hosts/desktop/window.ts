import { BrowserWindow, nativeTheme, screen } from 'electron';
import { lockedPreferences } from './lockdown.ts';
import { appOrigin } from './trusted-sender.ts';
import { isReachable, readWindowState, writeWindowState } from './window-state.ts';

/** The page's own background (--page of renderer/theme), so that nothing flashes before it is drawn. */
const backgrounds = { light: '#faf9f6', dark: '#1b1916' };

export type WindowPlace = {
  title: string;
  preload: string;
  /** Where the size and place of the window are remembered. */
  stateFolder: string;
};

/** The one window of the app; shown once its first picture is ready. */
export function createWindow({ title, preload, stateFolder }: WindowPlace): BrowserWindow {
  const state = readWindowState(stateFolder);
  const areas = screen.getAllDisplays().map((display) => display.workArea);
  const place =
    state && isReachable(state.bounds, areas) ? state.bounds : { width: 1120, height: 800 };
  const window = new BrowserWindow({
    ...place,
    minWidth: 360,
    minHeight: 480,
    title,
    show: false,
    backgroundColor: currentBackground(),
    webPreferences: { ...lockedPreferences, preload },
  });
  if (state?.maximized) window.maximize();
  window.once('ready-to-show', () => window.show());
  window.on('close', () => {
    writeWindowState(stateFolder, {
      bounds: window.getNormalBounds(),
      maximized: window.isMaximized(),
    });
  });
  const followTheme = () => window.setBackgroundColor(currentBackground());
  nativeTheme.on('updated', followTheme);
  window.on('closed', () => nativeTheme.off('updated', followTheme));
  return window;
}

/** Loads our page. */
export async function showPage(window: BrowserWindow): Promise<void> {
  await window.loadURL(`${appOrigin}/`);
}

function currentBackground(): string {
  return nativeTheme.shouldUseDarkColors ? backgrounds.dark : backgrounds.light;
}
