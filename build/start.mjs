/**
 * npm start: the wizard in a desktop window, or, where that cannot be, the same wizard in the
 * browser.
 */
import { ensureBuilt } from './build.mjs';
import {
  findElectron,
  findOrDownloadElectron,
  hasDisplay,
  sandboxSwitches,
} from './electron-runtime.mjs';
import { fromRoot, root } from './paths.mjs';
import { runNode, runProgram } from './run-program.mjs';
import { inTerminalLanguage, say } from './say.mjs';

const downloadTimeLimit = 180_000;

const sentences = {
  download: {
    en: 'Fetching the desktop window (Electron, about 100 MB, once) ...',
    'zh-CN': '正在获取桌面窗口组件（Electron，约 100 MB，仅此一次）……',
  },
  noScreen: {
    en: 'There is no screen here, so the wizard opens in a browser instead of a desktop window.',
    'zh-CN': '这里没有显示器，因此向导不在桌面窗口中打开，而是在浏览器中打开。',
  },
  noRuntime: {
    en: 'The desktop window (Electron) could not be fetched, so the same wizard opens in your browser. Where its download is blocked, set ELECTRON_MIRROR to the address of a mirror and start again.',
    'zh-CN':
      '无法获取桌面窗口组件（Electron），因此同一个向导将在浏览器中打开。如果下载被阻断，请把 ELECTRON_MIRROR 设为镜像的地址，再重新启动。',
  },
  root: {
    en: 'You are root, so the window starts without Chromium’s sandbox; better start it as an ordinary user.',
    'zh-CN': '你正以 root 身份运行，窗口将不使用 Chromium 沙箱；建议改用普通用户启动。',
  },
};

async function main() {
  if (!hasDisplay()) return inBrowser(sentences.noScreen);
  if (!findElectron()) say(inTerminalLanguage(sentences.download));
  const electron = await findOrDownloadElectron(downloadTimeLimit);
  if (!electron) return inBrowser(sentences.noRuntime);
  await ensureBuilt(['renderer', 'desktop']);
  const switches = sandboxSwitches();
  if (switches.length) say(inTerminalLanguage(sentences.root));
  return runProgram(electron.program, [...switches, root, ...process.argv.slice(2)]);
}

/** @param {{ en: string, 'zh-CN': string }} why */
async function inBrowser(why) {
  say(inTerminalLanguage(why));
  await ensureBuilt(['renderer', 'cli']);
  return runNode([fromRoot('out/cli.js'), 'serve', ...process.argv.slice(2)]);
}

try {
  process.exitCode = await main();
} catch (error) {
  say(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}
