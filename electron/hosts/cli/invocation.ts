import type { BundlePart } from '../../../shared/bundle.ts';
import type { Language } from '../../../shared/contract.ts';
import type { Goal } from '../../../shared/goal.ts';
import type { MessageRef } from '../../../shared/messages/index.ts';
import type { CommandName } from './commands.ts';
import type { CompletionShell } from './completion/shells.ts';

/** What the words of one command line ask for. */
export type Invocation =
  | { command: 'help'; about: CommandName | null }
  | { command: 'version' }
  | { command: 'completion'; shell: CompletionShell }
  | { command: 'find'; roots: string[]; onlyRoots: boolean; verdicts: boolean }
  | { command: 'diagnose'; target: string; static: boolean }
  | { command: 'diagnose-all'; static: boolean; roots: string[]; onlyRoots: boolean }
  | { command: 'log'; file: string; factsFile: string | null }
  | {
      command: 'plan' | 'trial';
      target: string;
      goal: Goal;
      wheel: string | null;
      mirror: string | null;
    }
  | {
      command: 'fix';
      target: string;
      goal: Goal | null;
      wheel: string | null;
      planId: string | null;
      mirror: string | null;
      yes: boolean;
    }
  | { command: 'verify'; target: string; benchmark: boolean; workflow: string | null }
  | { command: 'snapshots' | 'history'; target: string }
  | { command: 'watch'; target: string; seconds: number }
  | {
      command: 'rollback';
      target: string;
      snapshotId: string | null;
      yes: boolean;
      forget: boolean;
    }
  | { command: 'protect'; target: string; off: boolean; yes: boolean }
  | { command: 'diff'; target: string; other: string }
  | { command: 'bundle'; target: string; output: string; without: BundlePart[] }
  | { command: 'open-bundle'; file: string }
  | { command: 'mirrors'; tried: boolean }
  | { command: 'knowledge'; wish: KnowledgeWish }
  | { command: 'serve'; port: number | null; open: boolean };

/** What is to be done with the tables; only looked at without a wish. */
export type KnowledgeWish =
  | { kind: 'show' | 'shipped' }
  | { kind: 'update'; from: string | null }
  | { kind: 'address'; address: string | null };

/** A command line that cannot be understood: one sentence, and what would be right. */
export type UsageFault = { sentence: MessageRef; hint: MessageRef };

export type ParsedArguments = {
  json: boolean;
  language: Language;
  request: { ok: true; invocation: Invocation } | { ok: false; fault: UsageFault };
};

/** Ends the reading of a command line; caught in parseArguments and nowhere else. */
export class UsageError extends Error {
  readonly fault: UsageFault;
  constructor(sentence: MessageRef, hint: MessageRef) {
    super(sentence.key);
    this.name = 'UsageError';
    this.fault = { sentence, hint };
  }
}
