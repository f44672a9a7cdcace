import { spellings } from './automaton-spellings.ts';

/**
 * Finds all anchors in one pass (Aho and Corasick), with one table look-up a byte. States
 * are stored multiplied by the row width. Those from `special` on say something: a line end,
 * or that an anchor ends here.
 */
export type Automaton = {
  table: Int32Array;
  /** The column of each byte: upper case as lower case, all bytes from 128 on alike. */
  column: Uint8Array;
  special: number;
  lineEnd: number;
  /** The anchors that end at a special state, as numbers given to `buildAutomaton`. */
  endingAt: ReadonlyMap<number, readonly number[]>;
};

type Node = { next: Map<number, number>; fallback: number; ends: Set<number> };

const newline = 0x0a;
const highColumn = 2;

/** `anchors[n]` are the texts that stand for number n. */
export function buildAutomaton(anchors: readonly (readonly string[])[]): Automaton {
  const { column, columns } = columnsOf(anchors);
  const nodes: Node[] = [emptyNode()];
  anchors.forEach((texts, number) => {
    for (const text of texts.flatMap(spellings)) addText(nodes, column, text, number);
  });
  const order = linkFallbacks(nodes);
  return tabulate(nodes, order, column, columns);
}

function columnsOf(anchors: readonly (readonly string[])[]) {
  const column = new Uint8Array(256);
  column[newline] = 1;
  column.fill(highColumn, 128);
  let columns = highColumn + 1;
  for (const text of anchors.flat().concat(`'"\\`)) {
    for (const byte of Buffer.from(text, 'latin1')) {
      if (column[byte] === 0) column[byte] = columns++;
    }
  }
  for (let upper = 0x41; upper <= 0x5a; upper += 1) column[upper] = column[upper + 0x20] ?? 0;
  return { column, columns };
}

function addText(nodes: Node[], column: Uint8Array, text: string, number: number): void {
  let at = 0;
  for (const byte of Buffer.from(text, 'latin1')) {
    const step = column[byte] ?? 0;
    const next = nodes[at]?.next.get(step) ?? nodes.push(emptyNode()) - 1;
    nodes[at]?.next.set(step, next);
    at = next;
  }
  nodes[at]?.ends.add(number);
}

/** Breadth first, so that a node's fallback is complete before the node is. */
function linkFallbacks(nodes: Node[]): number[] {
  const order = [0];
  for (const at of order) {
    const node = nodes[at];
    for (const [step, child] of node?.next ?? []) {
      const target = nodes[child];
      if (!node || !target) continue;
      target.fallback = at === 0 ? 0 : follow(nodes, node.fallback, step);
      for (const number of nodes[target.fallback]?.ends ?? []) target.ends.add(number);
      order.push(child);
    }
  }
  return order;
}

function follow(nodes: readonly Node[], from: number, step: number): number {
  let at = from;
  for (;;) {
    const node = nodes[at];
    const next = node?.next.get(step);
    if (next !== undefined || at === 0) return next ?? 0;
    at = node?.fallback ?? 0;
  }
}

function tabulate(
  nodes: readonly Node[],
  order: readonly number[],
  column: Uint8Array,
  columns: number,
): Automaton {
  const width = 2 ** Math.ceil(Math.log2(columns));
  const plain = order.filter((at) => nodes[at]?.ends.size === 0);
  const ending = order.filter((at) => nodes[at]?.ends.size !== 0);
  const lineEnd = plain.length * width;
  const row = new Map<number, number>();
  plain.forEach((at, index) => row.set(at, index * width));
  ending.forEach((at, index) => row.set(at, lineEnd + (index + 1) * width));

  const table = new Int32Array((nodes.length + 1) * width);
  for (const at of order) {
    const own = row.get(at) ?? 0;
    // All steps of the fallback, which comes earlier in the order, then its own on top.
    const fallback = row.get(nodes[at]?.fallback ?? 0) ?? 0;
    if (at !== 0) table.copyWithin(own, fallback, fallback + width);
    for (const [step, child] of nodes[at]?.next ?? []) table[own + step] = row.get(child) ?? 0;
    table[own + 1] = lineEnd;
  }
  table.copyWithin(lineEnd, 0, width);
  const endingAt = new Map(ending.map((at) => [row.get(at) ?? 0, [...(nodes[at]?.ends ?? [])]]));
  return { table, column, special: lineEnd, lineEnd, endingAt };
}

function emptyNode(): Node {
  return { next: new Map(), fallback: 0, ends: new Set() };
}
