import { copyText } from '../components/copy-text.ts';
import { useTexts } from '../language/texts.ts';
import { useActions, useBusy, useSession } from './store-context.ts';

export type Command = { id: string; label: string; hint: string; run: () => void };

/** What can be done from anywhere: the installs, a log from the clipboard, undo, the report. */
export function usePaletteCommands(): Command[] {
  const { text } = useTexts();
  const { diagnose, goTo, find, readLog } = useActions();
  const { found, bundle, targetId } = useSession();
  const busy = useBusy();
  async function readClipboard(): Promise<void> {
    const copied = await clipboardText();
    if (copied === null || copied.trim() === '') goTo('log');
    else await readLog({ name: null, content: new Blob([copied]) });
  }
  const commands: (Command | false)[] = [
    ...(busy
      ? []
      : (found?.installs ?? []).map((install) => ({
          id: install.id,
          label: text('ui.palette.check', { name: install.name }),
          hint: install.sourceRoot,
          run: () => void diagnose(install.id),
        }))),
    {
      id: 'clipboard',
      label: text('ui.palette.clipboard'),
      hint: '',
      run: () => void readClipboard(),
    },
    { id: 'settings', label: text('settings.title'), hint: '', run: () => goTo('settings') },
    { id: 'about', label: text('settings.about'), hint: '', run: () => goTo('about') },
    { id: 'history', label: text('ui.palette.undo'), hint: '', run: () => goTo('history') },
    bundle !== null && {
      id: 'copy-report',
      label: text('ui.report.copy'),
      hint: '',
      run: () => void copyText(bundle.markdown),
    },
    targetId !== null && {
      id: 'report',
      label: text('ui.next.report'),
      hint: '',
      run: () => goTo('report'),
    },
    !busy && {
      id: 'find',
      label: text('ui.install.search-again'),
      hint: '',
      run: () => void find(),
    },
  ];
  return commands.filter((each) => each !== false);
}

/** null where the window may not read it: then it can be pasted on the page of logs. */
async function clipboardText(): Promise<string | null> {
  try {
    return await navigator.clipboard.readText();
  } catch (thrown) {
    // Outside of a secure page there is no clipboard: then it is undefined that has no method.
    if (!(thrown instanceof DOMException || thrown instanceof TypeError)) throw thrown;
    return null;
  }
}
