/**
 * Packages in a folder of ours that are looked at as if they stood in an environment, while
 * nothing in it is touched.
 */
export type Beside = {
  /** Where they lie, laid out as in site-packages. */
  folder: string;
  /** Normalised names of the packages that are not to be seen in the environment itself. */
  replaced: readonly string[];
  /** What these packages are imported as and no other package is. */
  modules: readonly string[];
  /** Paths in the environment that would be moved out of the way. */
  setAside: readonly string[];
};
