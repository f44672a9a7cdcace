/** node build/icons.mjs: draws the icon files from build/icons/icon.svg, which is the original. */
import { mkdir, readFile } from 'node:fs/promises';
import { chromium } from '@playwright/test';
import { chromiumSwitches } from './chromium-switches.mjs';
import { findChromium } from './find-program.mjs';
import { fromRoot } from './paths.mjs';
import { say } from './say.mjs';

const executablePath = findChromium();
if (!executablePath) throw new Error('drawing the icons needs a Chromium (CHROMIUM_PATH)');
const svg = await readFile(fromRoot('build/icons/icon.svg'), 'utf8');
const browser = await chromium.launch({ executablePath, args: chromiumSwitches });
await mkdir(fromRoot('build/icons/linux'), { recursive: true });

/**
 * @param {number} size
 * @param {string} file
 */
async function draw(size, file) {
  const page = await browser.newPage({ viewport: { width: size, height: size } });
  await page.setContent(`<style>body{margin:0}svg{display:block}</style>${svg}`);
  await page.screenshot({ path: fromRoot(file), omitBackground: true });
  await page.close();
  say(`${file} ${size} px`);
}

for (const size of [16, 32, 48, 64, 128, 256, 512]) {
  await draw(size, `build/icons/linux/${size}x${size}.png`);
}
await draw(1024, 'build/icons/icon.png');
await browser.close();
