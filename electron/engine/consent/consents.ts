import * as z from 'zod';
import { ProblemError, type Problem } from '../../../shared/problem.ts';
import { parseJson } from '../machine/json-text.ts';
import type { System } from '../machine/system.ts';
import { ifUnanswered } from '../machine/unanswered.ts';
import { decide } from './decide.ts';
import { gatherProgram } from './gather-program.ts';
import { identityOf } from './identity.ts';

const consentSchema = z.object({
  identity: z.string(),
  /** What the user was told: a reason that comes later is asked about. */
  reasons: z.array(z.string()),
  at: z.string(),
});
type Consent = z.infer<typeof consentSchema>;
const storedSchema = z.record(z.string(), consentSchema);
type Stored = z.infer<typeof storedSchema>;

type Parts = {
  /** The machine itself, not the guarded one: looking at a program starts none. */
  system: System;
  /** Where consent is remembered: a JSON file below the state folder. */
  file: string;
  /** The folders that the user added. */
  folders: () => readonly string[];
  clock: () => Date;
};

/** Which Pythons may be started: those that nothing speaks against, and those the user agreed to. */
export function createConsents({ system, file, folders, clock }: Parts) {
  /** What was agreed to here, also where the state folder cannot be written. */
  let given: Stored = {};

  async function problemOf(program: string): Promise<Problem | null> {
    const decision = decide(await gatherProgram(system, program, folders()));
    if (decision.kind !== 'ask') return null;
    const { reasons } = decision;
    const known = (await remembered())[program];
    // The content is read last, and only where somebody agreed before.
    const told = known && reasons.every(({ key }) => known.reasons.includes(key));
    if (told && known.identity === (await identityOf(system, program))) return null;
    return { code: 'consent-needed', params: { program }, reasons };
  }

  async function remembered(): Promise<Stored> {
    return { ...(await readStored(system, file)), ...given };
  }

  return {
    problemOf,
    /** Throws `consent-needed` where the user has to be asked first. */
    async require(program: string): Promise<void> {
      const problem = await problemOf(program);
      if (problem) throw new ProblemError(problem);
    },
    /** The user agreed to start this program, as it is at this moment. */
    async give(program: string): Promise<void> {
      const problem = await problemOf(program);
      if (!problem) return;
      const consent: Consent = {
        identity: await identityOf(system, program),
        reasons: (problem.reasons ?? []).map(({ key }) => key),
        at: clock().toISOString(),
      };
      given = { ...given, [program]: consent };
      const all = JSON.stringify(await remembered(), null, 2);
      await system.files.writeText(file, `${all}\n`).catch(ifUnanswered(undefined));
    },
  };
}
export type Consents = ReturnType<typeof createConsents>;

/** Read anew each time: another window or the command line may have asked meanwhile. */
async function readStored(system: System, file: string): Promise<Stored> {
  const text = await system.files.readText(file).catch(ifUnanswered(null));
  // Cut short or of another version: then we ask again.
  return text === null ? {} : (storedSchema.safeParse(parseJson(text)).data ?? {});
}
