/** What can be made to go wrong while the server runs. */
export type Faults = {
  /** Projects that answer 404, by normalised name. */
  missingProjects?: readonly string[];
  /** Bytes per second of every wheel. */
  bytesPerSecond?: number;
  /** A wheel stops after this many bytes and the connection stays open. */
  hangAfterBytes?: number;
  /** A wheel breaks off after this many bytes. */
  breakAfterBytes?: number;
  /** The faults of files are those of this one alone. */
  onlyFile?: string;
  /** Every request is answered with this status. */
  status?: number;
  /** Every request is answered with a page, as a proxy does that wants a password. */
  page?: string;
};
