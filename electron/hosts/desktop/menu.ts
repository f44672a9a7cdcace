import { Menu, type MenuItemConstructorOptions } from 'electron';
import type { Language } from '../../../shared/contract.ts';
import type { Platform } from '../../../shared/facts.ts';
import type { HostCommand } from '../../../shared/host-command.ts';
import { message, translate, type MessageKey } from '../../../shared/messages/index.ts';

type Item = MenuItemConstructorOptions;

/** The menu of the window in the places and with the keys that each system is used to. */
export function showMenu(
  platform: Platform,
  language: Language,
  tell: (command: HostCommand) => void,
): void {
  Menu.setApplicationMenu(Menu.buildFromTemplate(menuTemplate(platform, language, tell)));
}

/** Pure, so that a test can read it. */
function menuTemplate(
  platform: Platform,
  language: Language,
  tell: (command: HostCommand) => void,
): Item[] {
  const mac = platform === 'darwin';
  const label = (key: MessageKey): { label: string } => ({
    label: translate(language, message(key)),
  });
  const choice = (key: MessageKey, command: HostCommand, accelerator?: string): Item => ({
    ...label(key),
    ...(accelerator === undefined ? {} : { accelerator }),
    click: () => tell(command),
  });
  const line: Item = { type: 'separator' };
  const settings = choice(
    'menu.settings',
    { kind: 'page', page: 'settings' },
    'CommandOrControl+,',
  );
  const about = choice('menu.about', { kind: 'page', page: 'about' });
  const quit: Item = { role: 'quit', ...label('menu.quit') };
  return [
    ...(mac ? [appMenu()] : []),
    {
      ...label('menu.file'),
      submenu: [
        choice('menu.open-folder', { kind: 'add-folder' }, 'CommandOrControl+O'),
        choice('menu.read-log', { kind: 'page', page: 'log' }, 'CommandOrControl+L'),
        choice('menu.history', { kind: 'page', page: 'history' }),
        ...(mac ? [line, { role: 'close' as const, ...label('menu.close') }] : [line, settings]),
        ...(mac ? [] : [line, quit]),
      ],
    },
    {
      ...label('menu.edit'),
      submenu: [
        { role: 'undo', ...label('menu.undo') },
        { role: 'redo', ...label('menu.redo') },
        line,
        { role: 'cut', ...label('menu.cut') },
        { role: 'copy', ...label('menu.copy') },
        { role: 'paste', ...label('menu.paste') },
        { role: 'selectAll', ...label('menu.select-all') },
      ],
    },
    { ...label('menu.view'), submenu: viewItems() },
    {
      role: 'windowMenu',
      ...label('menu.window'),
      submenu: [
        { role: 'minimize', ...label('menu.minimize') },
        { role: 'close', ...label('menu.close') },
      ],
    },
    {
      role: 'help',
      ...label('menu.help'),
      submenu: [
        { ...choice('menu.palette', { kind: 'palette' }), accelerator: 'CommandOrControl+K' },
        ...(mac ? [] : [line, about]),
      ],
    },
  ];

  function appMenu(): Item {
    return {
      role: 'appMenu',
      ...label('host.name'),
      submenu: [about, line, settings, line, { role: 'hide', ...label('menu.hide') }, line, quit],
    };
  }

  function viewItems(): Item[] {
    return [
      { role: 'reload', ...label('menu.reload') },
      line,
      { role: 'resetZoom', ...label('menu.zoom-reset') },
      { role: 'zoomIn', ...label('menu.zoom-in') },
      // “+” needs Shift on many keyboards, and the number pad has one of its own.
      ...['CommandOrControl+=', 'CommandOrControl+numadd'].map((accelerator): Item => {
        return { role: 'zoomIn', accelerator, visible: false, acceleratorWorksWhenHidden: true };
      }),
      { role: 'zoomOut', ...label('menu.zoom-out') },
      line,
      { role: 'togglefullscreen', ...label('menu.full-screen') },
    ];
  }
}
