/** At most ten times a second: people read it. */
export function throttled(tell: (folder: string, count: number) => void) {
  let last = 0;
  return (folder: string, count: number): void => {
    const now = performance.now();
    if (now - last < 100) return;
    last = now;
    tell(folder, count);
  };
}
