/**
 * How long each thing that can hang may take, in milliseconds, and why. Nobody else decides it.
 * A limit of silence lets long work go on as long as it says something: a slow line is no hang.
 */
export const timeLimits = {
  /** Until a Python says its first word. A cold disk behind a virus scanner was seen to take 10 s. */
  pythonStart: 30_000,
  /** The whole probe: the first import of torch from a slow disk takes most of it. */
  probe: 60_000,
  /** A Python that waits for an installation to end before it goes on. */
  warm: 3_600_000,
  /** Where pip would put files: pip's own modules are imported and nothing else. */
  layout: 60_000,
  /** `pip config list` reads some small files. */
  pipSettings: 60_000,
  /** Silence of pip while it asks an index: its own limit is 15 s for an answer, tried three times. */
  indexSilence: 180_000,
  /** Silence of a download: pip copies what has come without a word, 3 GB of torch to a slow disk. */
  downloadSilence: 300_000,
  /** Unpacking is silent from its beginning to its end: 3 GB of torch took 20 minutes on a hard disk. */
  install: 3_600_000,
  /** Trying a mirror: one that takes longer for a page is of no use. */
  mirror: 8_000,
  /** Renewed tables are some hundred KB. */
  tables: 30_000,
  /** Compiling CUDA code is silent for long: hours on a small machine. */
  build: 21_600_000,
} as const;

export type TimeLimits = Record<keyof typeof timeLimits, number>;

/** The limit that counts on this machine: tests inject short ones. */
export function limitOf(
  { timeLimits: own }: { readonly timeLimits?: Partial<TimeLimits> },
  name: keyof TimeLimits,
): number {
  return own?.[name] ?? timeLimits[name];
}
