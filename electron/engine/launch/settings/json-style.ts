import type { Node } from 'jsonc-parser';

/** The end of a node in its text. */
export function endOf({ offset, length }: Node): number {
  return offset + length;
}

/** A text with a part of it replaced. */
export function spliced(text: string, start: number, end: number, by: string): string {
  return text.slice(0, start) + by + text.slice(end);
}

/** A property or an element more, as the last one, set apart as its neighbours are. */
export function withChild(text: string, parent: Node, child: string): string {
  const [last, previous] = [parent.children?.at(-1), parent.children?.at(-2)];
  const start = parent.offset + 1;
  if (!last) return spliced(text, start, start, child);
  const gap = previous
    ? text.slice(endOf(previous), last.offset).replace(/^\s*,/, '')
    : text.slice(start, last.offset);
  return spliced(text, endOf(last), endOf(last), `,${gap}${child}`);
}

/** A property or an element less, with its comma. */
export function withoutChild(text: string, parent: Node, child: Node): string {
  const children = parent.children ?? [];
  const at = children.indexOf(child);
  const [before, behind] = [children[at - 1], children[at + 1]];
  if (before) return spliced(text, endOf(before), endOf(child), '');
  if (behind) return spliced(text, child.offset, behind.offset, '');
  return spliced(text, parent.offset + 1, endOf(child), '');
}

/** `"name": value` with the blanks that the properties beside it have around the colon. */
export function propertyText(text: string, parent: Node, name: string, value: string): string {
  const key = parent.children?.at(-1)?.children?.[0];
  const sibling = parent.children?.at(-1)?.children?.[1];
  const colon = key && sibling ? text.slice(endOf(key), sibling.offset) : ': ';
  return `${JSON.stringify(name)}${colon}${value}`;
}

/** An object with these properties, laid out as the one beside it. */
export function objectText(
  text: string,
  sibling: Node | undefined,
  properties: readonly (readonly [string, unknown])[],
): string {
  const [first, second] = sibling?.children ?? [];
  const last = sibling?.children?.at(-1);
  const isModel = sibling && first && last;
  const open = isModel ? text.slice(sibling.offset + 1, first.offset) : ' ';
  const close = isModel ? text.slice(endOf(last), endOf(sibling) - 1) : ' ';
  const between = first && second ? text.slice(endOf(first), second.offset) : ', ';
  const [key, value] = first?.children ?? [];
  const colon = key && value ? text.slice(endOf(key), value.offset) : ': ';
  const parts = properties.map(([name, each]) => `"${name}"${colon}${JSON.stringify(each)}`);
  return `{${open}${parts.join(between)}${close}}`;
}
