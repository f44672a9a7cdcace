/** What somebody drops on the window: something to look at, or a text to read. */
export type Dropped = { file: File; isFolder: boolean };
