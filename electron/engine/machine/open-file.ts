/** An ordinary file of any size that is read in parts. Close it. */
export type OpenFile = {
  /** Its size when it was opened. */
  readonly bytes: number;
  /**
   * At most `length` bytes from this place on, fewer where the file ends. Throws `file-too-large`
   * above 16 MiB at once, and as all reading does.
   */
  read(from: number, length: number): Promise<Uint8Array>;
  close(): Promise<void>;
};
