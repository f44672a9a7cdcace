import { useLayoutEffect, useRef, useState } from 'react';
import type { LogLine } from '../../shared/operation.ts';
import { useTexts } from '../language/texts.ts';
import styles from './log-drawer.module.css';
import { visibleRows } from './visible-rows.ts';

/** Every row is this high, so that only the rows in sight need to be drawn. */
const rowHeight = 20;

/** Thousands of lines; follows the end until the reader scrolls away from it. */
export function LogLines(props: { lines: readonly LogLine[]; dropped: number }) {
  const { text } = useTexts();
  const box = useRef<HTMLDivElement>(null);
  const follows = useRef(true);
  const [scrollTop, setScrollTop] = useState(0);
  const [height, setHeight] = useState(240);
  const { lines, dropped } = props;

  useLayoutEffect(() => {
    const element = box.current;
    if (!element) return;
    // Told by the browser when it changes: asking after each batch would lay out the page each time.
    const watch = new ResizeObserver(([entry]) => {
      if (entry && entry.contentRect.height > 0) setHeight(entry.contentRect.height);
    });
    watch.observe(element);
    return () => watch.disconnect();
  }, []);
  useLayoutEffect(() => {
    if (follows.current && box.current) box.current.scrollTop = lines.length * rowHeight;
  }, [lines]);

  function noteScroll(element: HTMLDivElement): void {
    const below = element.scrollHeight - element.scrollTop - element.clientHeight;
    follows.current = below < rowHeight;
    setScrollTop(element.scrollTop);
  }

  const { first, last } = visibleRows({ count: lines.length, scrollTop, height, rowHeight });
  return (
    <div
      ref={box}
      className={styles.lines}
      role="region"
      aria-label={text('ui.log.region')}
      tabIndex={0}
      onScroll={(event) => noteScroll(event.currentTarget)}
    >
      <div className={styles.all} style={{ height: lines.length * rowHeight }}>
        <div className={styles.shown} style={{ transform: `translateY(${first * rowHeight}px)` }}>
          {lines.slice(first, last).map((line, index) => (
            <div key={dropped + first + index} className={styles.line} data-stream={line.stream}>
              {line.stream === 'command' ? `$ ${line.text}` : line.text || ' '}
            </div>
          ))}
        </div>
      </div>
    </div>
  );
}
