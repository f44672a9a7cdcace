import type { Diagnosis } from '../../shared/finding.ts';
import { companionsThatCannotLoad } from '../../shared/extensions.ts';
import type { Fact } from '../../shared/facts.ts';
import { useTexts, type Texts } from '../language/texts.ts';
import styles from './facts-list.module.css';

/** The parts of the machine that matter here, with what could not be seen said as such. */
export function FactsList(props: { diagnosis: Diagnosis }) {
  const texts = useTexts();
  const { facts } = props.diagnosis;
  const rows: (readonly [string, string])[] = [
    [
      texts.text('ui.facts.gpu'),
      describe(texts, facts.gpus, (gpus) => gpus.map((gpu) => gpu.name).join(', ')),
    ],
    [texts.text('ui.facts.driver'), describe(texts, facts.driver, (driver) => driver.version)],
    [texts.text('ui.facts.python'), facts.interpreter.version ?? texts.text('ui.facts.unknown')],
    ['PyTorch', describe(texts, facts.torch, (torch) => torchWords(texts, torch))],
    ['xFormers', describe(texts, facts.xformers, (xformers) => xformers.version)],
    ['Triton', describe(texts, facts.triton, (triton) => triton.version)],
    ...(facts.backend
      ? [
          [
            texts.text('ui.facts.backend'),
            texts.text(`ui.backend.${facts.backend.backend}`),
          ] as const,
        ]
      : []),
  ];
  const broken = companionsThatCannotLoad(facts.extensions ?? []);
  if (broken.length > 0) rows.push([texts.text('ui.facts.cannot-load'), broken.join(', ')]);
  return (
    <dl className={styles.facts}>
      {rows.map(([name, value]) => (
        <div key={name} className={styles.row}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

function describe<T>(texts: Texts, fact: Fact<T>, words: (value: T) => string | null): string {
  if (fact.state === 'absent') return texts.text('ui.facts.absent');
  const value = fact.state === 'known' ? words(fact.value) : null;
  return value === null || value === '' ? texts.text('ui.facts.unknown') : value;
}

function torchWords(
  texts: Texts,
  torch: { version: string; cuda: string | null; hip: string | null; xpu: string | null },
): string {
  const version = torch.version.replace(/\+.*$/, '');
  if (torch.cuda !== null) return `${version} (CUDA ${torch.cuda})`;
  if (torch.hip !== null) return `${version} (ROCm ${torch.hip})`;
  if (torch.xpu !== null) return `${version} (XPU)`;
  return texts.text('ui.facts.torch-cpu', { version });
}
