/**
 * How one message looks. Words in braces stand for what varies: see fillings.ts. `not` are
 * lines that look alike and mean something else.
 */
export type Sample = { says: readonly string[]; not: readonly string[] };
export type Samples = Readonly<Record<string, Sample>>;
