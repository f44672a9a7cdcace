import { findElectron, hasDisplay } from './electron-runtime.mjs';
import { findChromium, findProgram } from './find-program.mjs';

/**
 * @typedef {{ name: string, missing: string | null }} E2eProject `missing` says what this machine
 * lacks and how to get it; null where the project can run.
 */

/** The Playwright projects, and what keeps each from running here. @returns {E2eProject[]} */
export function e2eProjects() {
  const desktop = whyNoDesktop();
  return [
    {
      name: 'browser',
      missing: findChromium()
        ? null
        : 'no Chromium was found: install chromium or google-chrome, or set CHROMIUM_PATH',
    },
    { name: 'desktop', missing: desktop },
    {
      name: 'packaged',
      missing:
        desktop ?? (process.platform === 'linux' ? null : 'the packaged app is tested on Linux'),
    },
  ];
}

/** On Linux a window can also open on a screen that nobody sees. */
export function needsVirtualScreen() {
  return !hasDisplay();
}

function whyNoDesktop() {
  if (!findElectron()) {
    return 'no Electron runtime was found: run "npx install-electron", or set ELECTRON_OVERRIDE_DIST_PATH to one';
  }
  if (needsVirtualScreen() && !findProgram(['xvfb-run'])) {
    return 'there is no screen: install xvfb, or set DISPLAY';
  }
  return null;
}
