/** A virtual environment that a test has made. */
export type TestEnvironment = {
  root: string;
  /** bin/python of the environment. */
  python: string;
  sitePackages: string;
};
