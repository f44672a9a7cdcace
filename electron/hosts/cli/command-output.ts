import type { Problem } from '../../../shared/problem.ts';
import type { Document } from './document.ts';
import type { ExitCode } from './exit-code.ts';

/** What a command leaves: the same answer as a document and as lines for a person. */
export type CommandOutput = {
  exitCode: ExitCode;
  document: Document;
  lines: string[];
  /** The document on one line, with --json and without: for programs that read line by line. */
  oneLine?: boolean;
  /** Of parts that broke by a mistake of our own, where no operation told of them. */
  problems?: readonly Problem[];
};
