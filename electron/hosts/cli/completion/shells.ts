/** The shells that the command line completes itself in. */
export const shells = ['bash', 'zsh', 'fish', 'powershell'] as const;
export type CompletionShell = (typeof shells)[number];

export function isCompletionShell(word: string): word is CompletionShell {
  return shells.some((each) => each === word);
}
