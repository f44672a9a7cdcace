import path from 'node:path';
import type { System } from '../../machine/system.ts';
import { entriesOf, readConfigText } from './config-file.ts';
import { startCommandIn, startCommandOf, type StartCommand } from './start-command.ts';

/** A service that starts a main.py; `folder` is where it runs. */
export type Unit = { file: string; folder: string | null; command: StartCommand };

/**
 * The services of this machine that start a main.py. Units that are links are the system's own.
 * Source: systemd.service(5), supervisord's program sections, launchd.plist(5).
 */
export async function comfyuiUnits(system: System): Promise<Unit[]> {
  const home = system.homeFolder;
  const places = [
    { folder: '/etc/systemd/system', ending: '.service' },
    { folder: path.join(home, '.config', 'systemd', 'user'), ending: '.service' },
    { folder: '/etc/supervisor/conf.d', ending: '.conf' },
    { folder: path.join(home, 'Library', 'LaunchAgents'), ending: '.plist' },
  ];
  const found = await Promise.all(
    places.map(async ({ folder, ending }) => {
      const entries = await entriesOf(system, folder);
      const files = entries.filter((entry) => entry.kind === 'file' && entry.name.endsWith(ending));
      return Promise.all(files.map((entry) => unitsIn(system, path.join(folder, entry.name))));
    }),
  );
  return found.flat(2);
}

async function unitsIn(system: System, file: string): Promise<Unit[]> {
  const text = await readConfigText(system, file);
  if (!text?.includes('main.py')) return [];
  const described = file.endsWith('.plist') ? [fromPlist(text)] : fromSections(text);
  return described.flatMap(({ folder, command }) => {
    if (!command) return [];
    const there = (folder ?? command.folder)?.replace(/^(%h|~)(?=\/|$)/, system.homeFolder) ?? null;
    return [{ file, folder: there, command }];
  });
}

type Described = { folder: string | null; command: StartCommand | null };

/** systemd's and supervisor's files: one service in each section. */
function fromSections(text: string): Described[] {
  const sections = text.replace(/\\\r?\n/g, ' ').split(/^\s*\[/m);
  return sections.flatMap((section) => {
    const line = /^\s*(?:ExecStart|command)\s*=\s*[-@:+!]*(.*main\.py.*)$/im.exec(section)?.[1];
    const folder = /^\s*(?:WorkingDirectory|directory)\s*=\s*-?(.+?)\s*$/im.exec(section)?.[1];
    return line === undefined ? [] : [{ command: startCommandIn(line), folder: folder ?? null }];
  });
}

function fromPlist(text: string): Described {
  const list = /<key>ProgramArguments<\/key>\s*<array>([\s\S]*?)<\/array>/.exec(text)?.[1] ?? '';
  const words = [...list.matchAll(/<string>([\s\S]*?)<\/string>/g)].map((match) =>
    plainText(match[1] ?? ''),
  );
  const folder = /<key>WorkingDirectory<\/key>\s*<string>([\s\S]*?)<\/string>/.exec(text)?.[1];
  return {
    folder: folder === undefined ? null : plainText(folder),
    command: startCommandOf(words),
  };
}

function plainText(xml: string): string {
  return xml
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&apos;', "'")
    .replaceAll('&amp;', '&');
}
