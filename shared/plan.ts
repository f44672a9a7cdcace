import * as z from 'zod';
import { changeSchema, type Change } from './change.ts';
import { messageRefSchema, type MessageRef } from './messages/message-ref.ts';
import { goalSchema } from './goal.ts';
import { launchSettingsSchema } from './install.ts';

export const wheelSchema = z.object({
  name: z.string(),
  version: z.string(),
  fileName: z.string(),
  /** Where pip will take it from, without credentials. */
  url: z.string(),
  sha256: z.string().nullable(),
  bytes: z.number().nullable(),
});
export type Wheel = z.infer<typeof wheelSchema>;

const buildSchema = z.object({
  /** The package that comes as sources. */
  name: z.string(),
  /** What its build is told: how many files at a time, for which cards, with which toolkit. */
  variables: z.record(z.string(), z.string()),
});
export type Build = z.infer<typeof buildSchema>;

export const actionSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('pip-install'),
    wheels: z.array(wheelSchema),
    /** null: the user's own index as pip is configured. */
    indexUrl: z.string().nullable(),
    /** The same version is there already, from another build. */
    forceReinstall: z.boolean(),
    /** The files are sources: compiled first, beside, and then installed like any wheel. */
    build: buildSchema.optional(),
    /** One of the wheels is this file of the user's. */
    wheelFile: z.string().optional(),
    /** What the name of that file says it was built for, beside what is here: a sentence each. */
    wheelFits: z.array(messageRefSchema).optional(),
  }),
  z.object({ kind: z.literal('pip-uninstall'), names: z.array(z.string()) }),
  z.object({
    kind: z.literal('edit-file'),
    path: z.string(),
    /** Where in the settings of a program they stand; a start script needs none. */
    settings: launchSettingsSchema.optional(),
    /** Launch flags. */
    add: z.array(z.string()),
    remove: z.array(z.string()),
    /** SHA-256 of the whole file before and after. */
    before: z.string(),
    after: z.string(),
  }),
  /** Moved out of the way and kept, never deleted. */
  z.object({ kind: z.literal('set-aside'), paths: z.array(z.string()) }),
]);
export type Action = z.infer<typeof actionSchema>;
/** What pip carries out. */
export type PipAction = Extract<Action, { kind: 'pip-install' | 'pip-uninstall' }>;
export type EditAction = Extract<Action, { kind: 'edit-file' }>;

export { changeSchema, type Change };

export const planNeedsSchema = z.object({
  /** One entry where the environment and our own files lie on one drive. Bytes. */
  disks: z.array(
    z.object({
      for: z.enum(['both', 'environment', 'state']),
      path: z.string(),
      bytes: z.number().nullable(),
      /** When the plan was made. */
      freeBytes: z.number().nullable(),
    }),
  ),
  /** An estimate from the last downloads; null where none was measured or the size is not known. */
  downloadSeconds: z.number().nullable(),
  bytesPerSecond: z.number().nullable(),
});
export type PlanNeeds = z.infer<typeof planNeedsSchema>;

export const planSchema = z.object({
  /** Hash of everything below: what was reviewed is what runs. */
  id: z.string(),
  targetId: z.string(),
  environmentId: z.string(),
  environmentRoot: z.string(),
  executable: z.string(),
  goal: goalSchema,
  actions: z.array(actionSchema),
  changes: z.array(changeSchema),
  /** What must not move, and is passed to pip as constraints. */
  pinned: z.array(z.object({ name: z.string(), version: z.string() })),
  /** Bytes; null where the index does not say. */
  downloadBytes: z.number().nullable(),
  diskBytes: z.number().nullable(),
  /** For reading only: nothing is ever run from here. */
  commands: z.array(z.string()),
  undo: messageRefSchema,
  warnings: z.array(messageRefSchema),
  /** The id of the mirror that was chosen; left out where pip's own settings decide. */
  mirror: z.string().optional(),
  /** Packages that are content now and will not be: they ask for another version of what moves. */
  complaints: z
    .array(z.object({ by: z.string(), name: z.string(), specifier: z.string() }))
    .optional(),
  /** As it stood when the plan was made: no part of the id. */
  needs: planNeedsSchema.optional(),
});
export type Plan = z.infer<typeof planSchema>;

/** The wheel file of the user's that a plan installs; null where everything comes from an index. */
export function ownWheelOf({ actions }: Pick<Plan, 'actions'>): OwnWheel | null {
  for (const action of actions) {
    if (action.kind !== 'pip-install' || action.wheelFile === undefined) continue;
    const { wheelFile } = action;
    // What it needs may come with it.
    const wheel = action.wheels.find(({ fileName }) => isFile(wheelFile, fileName));
    if (wheel) return { file: wheelFile, wheel, fits: action.wheelFits ?? [] };
  }
  return null;
}
export type OwnWheel = { file: string; wheel: Wheel; fits: MessageRef[] };

/** Of a path of either system, since a bundle may come from the other one. */
function isFile(path: string, fileName: string): boolean {
  return path.split(/[\\/]/).at(-1) === fileName;
}

/** Everything that pip installs by a plan, in its order. */
export function wheelsOfPlan({ actions }: Pick<Plan, 'actions'>): Wheel[] {
  return actions.flatMap((each) => (each.kind === 'pip-install' ? each.wheels : []));
}
