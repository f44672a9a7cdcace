/** Drawn above and below what is in sight, so that fast scrolling shows no blank. */
const spareRows = 20;

/** Which rows of a long list are in sight: from `first` up to, but without, `last`. */
export function visibleRows(view: {
  count: number;
  scrollTop: number;
  height: number;
  rowHeight: number;
}): { first: number; last: number } {
  const top = Math.floor(view.scrollTop / view.rowHeight);
  const rows = Math.ceil(view.height / view.rowHeight);
  const last = Math.min(view.count, top + rows + spareRows);
  const first = Math.max(0, Math.min(top - spareRows, last - rows - spareRows));
  return { first, last };
}
