import * as z from 'zod';
import { linkIds } from './links.ts';
import { messageRefSchema } from './messages/message-ref.ts';

/** What a command is written for: their rules for quotes differ. A notebook's cell takes lines that begin with `!`. */
export const shells = ['cmd', 'powershell', 'bash', 'notebook'] as const;
export type Shell = (typeof shells)[number];

export const commandSchema = z.object({ shell: z.enum(shells), text: z.string().min(1) });
export type Command = z.infer<typeof commandSchema>;

/** Something to write in a script or to choose on a page of settings; null: nothing is added, or nothing removed. */
export const editSchema = z.object({
  place: messageRefSchema,
  add: z.string().nullable(),
  remove: z.string().nullable(),
});
export type Edit = z.infer<typeof editSchema>;

export const stepSchema = z.object({
  text: messageRefSchema,
  command: commandSchema.optional(),
  edit: editSchema.optional(),
  link: z.enum(linkIds).optional(),
});
export type Step = z.infer<typeof stepSchema>;

/** What the owner of a machine does by hand, for their own program, system and shell. */
export const prescriptionSchema = z.object({
  /** In this order. */
  steps: z.array(stepSchema).min(1),
  /** What is another afterwards, and what stays as it is. */
  changes: messageRefSchema,
  /** How it is taken back by hand. */
  undo: stepSchema,
  /** What shows that it worked: a line of the next start. */
  proof: messageRefSchema,
  /** The next best remedy, where two are honest. */
  otherwise: stepSchema.optional(),
});
export type Prescription = z.infer<typeof prescriptionSchema>;
