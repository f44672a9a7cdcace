import { useId, type ReactNode } from 'react';
import { useTexts } from '../language/texts.ts';
import styles from './attention-pictures.module.css';

/** Cells along a side of the table, and tiles along it. */
const cells = 8;
const tiles = 4;
const size = 16;

/** The big table: how much each piece matters to each. */
export function TablePicture() {
  const { text } = useTexts();
  return (
    <Picture about={text('explain.table.picture')} height={160}>
      <text className={styles.word} x="72" y="14">
        {text('explain.table.asked')} →
      </text>
      <text className={styles.word} x="8" y="40">
        {text('explain.table.asks')} ↓
      </text>
      <Table x={70} y={24} />
    </Picture>
  );
}

/** Three steps, and after each the whole table goes out and comes back. */
export function PlainPicture() {
  const { text } = useTexts();
  const steps = ['compare', 'weigh', 'mix'] as const;
  return (
    <Picture about={text('explain.plain.picture')} height={168}>
      <Box x={8} width={92} height={132} label={text('explain.part.chip')} />
      <Box x={196} width={116} height={132} label={text('explain.part.memory')} />
      {steps.map((step, at) => (
        <g key={step}>
          <text className={styles.word} x="18" y={60 + at * 40}>
            {at + 1}. {text(`explain.step.${step}`)}
          </text>
          <Arrow from={106} to={190} y={50 + at * 40} />
          <Arrow from={190} to={106} y={60 + at * 40} />
        </g>
      ))}
      <Table x={216} y={52} scale={0.6} />
    </Picture>
  );
}

/** The table in tiles; one of them fits on the chip. */
export function TilesPicture() {
  const { text } = useTexts();
  const tile = (cells / tiles) * size;
  return (
    <Picture about={text('explain.tiles.picture')} height={168}>
      <Table x={8} y={28} />
      {Array.from({ length: tiles - 1 }, (_, at) => (
        <g key={at}>
          <path className={styles.cut} d={`M8 ${28 + (at + 1) * tile} h${cells * size}`} />
          <path className={styles.cut} d={`M${8 + (at + 1) * tile} 28 v${cells * size}`} />
        </g>
      ))}
      <rect className={styles.marked} x={8 + tile} y={28 + tile} width={tile} height={tile} />
      <Arrow from={144} to={190} y={92} />
      <Box x={196} width={116} height={132} label={text('explain.part.chip')} />
      <rect className={styles.inner} x={208} y={52} width={92} height={84} />
      <text className={styles.word} x="254" y="70" textAnchor="middle">
        {text('explain.part.fast')}
      </text>
      <Table x={238} y={84} from={cells / tiles} count={cells / tiles} />
      <rect className={styles.marked} x={238} y={84} width={tile} height={tile} />
    </Picture>
  );
}

/** All three steps on one tile, and only the result leaves the chip. */
export function FusedPicture() {
  const { text } = useTexts();
  const steps = ['compare', 'weigh', 'mix'] as const;
  return (
    <Picture about={text('explain.fused.picture')} height={168}>
      <Box x={8} width={184} height={132} label={text('explain.part.chip')} />
      <Table x={20} y={78} from={cells / tiles} count={cells / tiles} />
      <rect className={styles.marked} x={20} y={78} width={32} height={32} />
      <Arrow from={58} to={82} y={94} />
      {steps.map((step, at) => (
        <g key={step}>
          <rect className={styles.step} x={88} y={42 + at * 38} width={94} height={26} />
          <text className={styles.word} x="135" y={60 + at * 38} textAnchor="middle">
            {text(`explain.step.${step}`)}
          </text>
          {at > 0 && <path className={styles.line} d={`M135 ${30 + at * 38} v12`} />}
        </g>
      ))}
      <Arrow from={186} to={226} y={131} />
      <Box x={232} width={80} height={132} label={text('explain.part.result')} />
      <rect className={styles.marked} x={256} y={115} width={32} height={32} />
    </Picture>
  );
}

/** One drawing; its words stand in it at the size of the page's small text. */
function Picture(props: { about: string; height: number; children: ReactNode }) {
  const id = useId();
  return (
    <svg
      className={styles.picture}
      viewBox={`0 0 320 ${props.height}`}
      role="img"
      aria-labelledby={id}
    >
      <title id={id}>{props.about}</title>
      {props.children}
    </svg>
  );
}

/** A part of the table, from this row and column on. */
function Table(props: { x: number; y: number; from?: number; count?: number; scale?: number }) {
  const { from = 0, count = cells, scale = 1 } = props;
  const side = size * scale;
  const places = Array.from({ length: count }, (_, at) => at);
  return (
    <g>
      {places.flatMap((row) =>
        places.map((column) => (
          <rect
            key={`${row} ${column}`}
            className={styles.cell}
            x={props.x + column * side}
            y={props.y + row * side}
            width={side}
            height={side}
            fillOpacity={weight(from + row, from + column)}
          />
        )),
      )}
    </g>
  );
}

/** Near pieces matter more, and now and then a far one: 0.06 to 1. */
function weight(row: number, column: number): number {
  const far = (row * 5 + column * 3) % 7 === 0 ? 0.55 : 0.06;
  return Math.max(far, 1 / (1 + Math.abs(row - column)) ** 1.4);
}

function Box(props: { x: number; width: number; height: number; label: string }) {
  const { x, width, height, label } = props;
  return (
    <g>
      <rect className={styles.box} x={x} y={28} width={width} height={height} rx={6} />
      <text className={styles.word} x={x + width / 2} y={20} textAnchor="middle">
        {label}
      </text>
    </g>
  );
}

function Arrow(props: { from: number; to: number; y: number }) {
  const { from, to, y } = props;
  const back = to > from ? -5 : 5;
  return (
    <path className={styles.line} d={`M${from} ${y} H${to} m${back} -4 L${to} ${y} l${back} 4`} />
  );
}
