/**
 * Names of folders that a search passes over, all of them in one place. They count only for what
 * a search comes upon by itself: a folder that the user or an application names is looked at.
 */

/** In lower case: what holds no install but may hold tens of thousands of files. */
export const neverEntered: ReadonlySet<string> = new Set([
  // A ComfyUI's own, and its peers'.
  ...['models', 'checkpoints', 'loras', 'output', 'input', 'temp', 'custom_nodes'],
  // Packages and what programs keep for themselves.
  ...['node_modules', '__pycache__', 'site-packages', 'dist-packages', 'pkgs'],
  ...['.git', '.hg', '.svn', '.cache', 'cache', 'caches'],
  ...['.npm', '.cargo', '.rustup', '.nuget', '.gradle', '.m2', '.pnpm-store', '.yarn', '.bun'],
  ...['.tox', '.nox', '.mypy_cache', '.pytest_cache', '.ruff_cache', '.idea', '.vs'],
  ...['.vscode', '.vscode-server', '.cursor', '.mozilla', '.android', 'steamapps', 'overlay2'],
  // The system's.
  ...['library', 'appdata', 'windows', 'winsxs', 'system32', 'programdata', 'recovery', 'snap'],
  ...['lost+found', 'system volume information', 'program files', 'program files (x86)'],
  // What was thrown away, or stands for an earlier state: Windows, macOS, the freedesktop.org
  // trash specification, Synology's #recycle, and what macOS's archiver puts into a zip.
  ...['.trash', '.trashes', 'trash', '$recycle.bin', 'recycler', '#recycle', 'windows.old'],
  ...['.snapshots', '.snapshot', '.timeshift', '__macosx'],
]);

/** The trash of one user on a disk: $topdir/.Trash-$uid of the freedesktop.org specification. */
export const trashOfUser = /^\.trash-\d+$/i;

/** Krita's plugin unpacks its next version into upgrade-<version> (ai_diffusion/backend/server.py). */
export const unpackedUpgrade = /^upgrade-\d+\.\d/i;

/** The system's own, but only right below its root: people call folders dev and run too. */
export const neverEnteredAtRoot: ReadonlySet<string> = new Set(['proc', 'sys', 'dev', 'run']);

/** Says by itself that the folder is kept aside, wherever in a name it stands. */
export const wordsOfBackup = [
  ...['backup', 'backups', 'bak', 'bkp', 'sicherung', 'sauvegarde', 'respaldo'],
  ...['备份', '備份', 'バックアップ', '백업'],
  // What Explorer, Finder, Nautilus and Dolphin put behind (or before) the name of a copy.
  ...['kopie', 'copia', 'cópia', 'copie', 'kopia', 'kopi', 'копия'],
  ...['副本', '拷贝', '拷貝', 'コピー', '복사본'],
];

/** Says so at the end or the beginning of a name; in the middle (ComfyUI-old-GPU) it may not. */
export const wordsOfAge = ['old', 'copy', 'orig', 'disabled', '旧', '舊'];

/**
 * Folders for backups, by the letters of their whole name; the portable's update.py calls its
 * branches backup_branch_<date>. Not bare bak, old or copy: people and ordinary folders have
 * these names too.
 */
export const foldersOfBackups: ReadonlySet<string> = new Set([
  ...['backup', 'backups', 'backup branch', 'legacy backup'],
  ...['备份', '備份', 'バックアップ', '백업'],
]);

/** The names that a ComfyUI or a relative goes by. */
export const namesOfPrograms =
  /comfy|swarm|web-?ui|stable.?diffusion|sd.?next|forge|a(utomatic)?1111|portable|整合包/i;
