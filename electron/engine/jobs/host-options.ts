/** What a host may ask for besides the request: never a page. */
export type HostOptions = {
  /** The user named this very target, on a command line: that is consent to start its Python. */
  named?: boolean;
  /** find: folders to search besides the usual places, or only these. */
  roots?: string[];
  onlyRoots?: boolean;
  /** plan: a wheel file instead of the one that an index has. */
  wheelFile?: string;
  /** verify: a workflow to run, or a picture that carries one. */
  workflowFile?: string;
  /** bundle: write it here instead of the application-data folder. */
  bundlePath?: string;
};
