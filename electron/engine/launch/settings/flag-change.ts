/** What is to be different about the flags of a start script, or in the settings of a program. */
export type FlagChange = { add: readonly string[]; remove: readonly string[] };
