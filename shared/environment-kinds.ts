import type { EnvironmentKind } from './install.ts';

/** What follows from the kind of an environment, for everybody who has to tell kinds apart. */
export type KindRow = {
  /** A folder made for one purpose, or a Python of its own that many may use. */
  base: boolean;
  /**
   * pip stays within it and does not look for EXTERNALLY-MANAGED. Not so in conda's or embedded
   * ones. Source: pip's running_under_virtualenv and check_externally_managed.
   */
  virtual: boolean;
  /** Its folder was named by a person; /usr and 3.11.7 name nothing. */
  namedByPeople: boolean;
  /**
   * What `pip install --user` brings: not seen, mixed in unless we switch it off, this Python's
   * only place for packages, or seen where its `_pth` imports site (its launchers give it -s).
   */
  userSite: 'unseen' | 'mixed-in' | 'only-place' | 'by-pth';
  /** Who keeps the books of its packages, and may have built them in his own way. */
  packagesBy: 'pip' | 'conda' | 'system';
  /** Where its program is on Windows; `always-root` has no other platform. */
  program: 'scripts' | 'root' | 'always-root';
};

const virtual: KindRow = {
  base: false,
  virtual: true,
  namedByPeople: true,
  userSite: 'unseen',
  packagesBy: 'pip',
  program: 'scripts',
};
const conda: KindRow = {
  base: false,
  virtual: false,
  namedByPeople: true,
  userSite: 'mixed-in',
  packagesBy: 'conda',
  program: 'root',
};
const embedded: KindRow = {
  base: false,
  virtual: false,
  namedByPeople: true,
  userSite: 'by-pth',
  packagesBy: 'pip',
  program: 'always-root',
};
const base: KindRow = {
  base: true,
  virtual: false,
  namedByPeople: false,
  userSite: 'mixed-in',
  packagesBy: 'pip',
  program: 'scripts',
};

/** One row for each kind. A kind without a row does not compile. */
export const kindRows: Readonly<Record<EnvironmentKind, KindRow>> = {
  venv: virtual,
  virtualenv: virtual,
  uv: virtual,
  conda,
  // Made of conda's packages, with their conda-meta; pip is as much a guest there.
  pixi: conda,
  embedded,
  system: { ...base, packagesBy: 'system' },
  pyenv: base,
  uv_managed: base,
  homebrew: base,
  // Its own folder may not be written to: all packages are in the one that it takes for the user's.
  // Source: CPython, PC/python_uwp.cpp (PYTHONUSERBASE).
  store: { ...base, userSite: 'only-place' },
  python_org: base,
  xcode: base,
  winpython: base,
  unknown: { ...base, namedByPeople: true },
};
