import { administratorGroupRows } from '../knowledge/program-tables.ts';
import type { System } from '../machine/system.ts';

/** Who is who on this computer, as far as its own files tell. */
export type Accounts = {
  /** Whether somebody else than this user and the administrators is in a group. */
  othersIn: (group: number) => boolean;
  /** The name of a user, or the number where no file has a name. */
  nameOf: (user: number) => string;
};

type User = { name: string; id: number; group: number };
type Group = { id: number; members: string[] };

/**
 * From /etc/passwd and /etc/group. Most distributions give each user a group of their own and let
 * it write (umask 002), which lets nobody else in. A group that the files do not have may have
 * anybody in it, unless it has the number of the user itself. Source: passwd(5), group(5),
 * pam_umask(8) `usergroups`.
 */
export function accountsOf(
  platform: System['platform'],
  me: number | null,
  passwd: string,
  group: string,
): Accounts {
  const users = linesOf(passwd).flatMap(([name, , id, own]): User[] =>
    name && id && own ? [{ name, id: Number(id), group: Number(own) }] : [],
  );
  const groups = linesOf(group).flatMap(([name, , id, members]): Group[] =>
    name && id ? [{ id: Number(id), members: (members ?? '').split(',').filter(Boolean) }] : [],
  );
  const isOther = (user: User): boolean => user.id !== me && user.id !== 0;
  const trustedNames = new Set(users.filter((user) => !isOther(user)).map((user) => user.name));

  function othersIn(id: number): boolean {
    const ofAdministrators = administratorGroupRows.some(
      (row) => row.group === id && row.platforms.includes(platform),
    );
    if (ofAdministrators) return false;
    const known = groups.filter((each) => each.id === id);
    // On macOS most users stand in no file, so that a group there may have anybody in it.
    if (known.length === 0 || platform === 'darwin') return id !== me;
    const named = known.flatMap((each) => each.members).some((name) => !trustedNames.has(name));
    return named || users.some((user) => user.group === id && isOther(user));
  }
  return {
    othersIn,
    nameOf: (id) => users.find((user) => user.id === id)?.name ?? String(id),
  };
}

function linesOf(text: string): string[][] {
  return text.split('\n').map((line) => line.split(':'));
}
