import type { Verdict } from '../../shared/finding.ts';
import { ToneWord, type Tone } from '../components/tone.tsx';
import { useTexts } from '../language/texts.ts';

const tones: Record<Verdict, Tone> = {
  healthy: 'good',
  benign: 'quiet',
  problem: 'bad',
  hardware_limit: 'limit',
  not_attention: 'quiet',
  unknown: 'unknown',
};

export function toneOfVerdict(verdict: Verdict): Tone {
  return tones[verdict];
}

/** The kind of verdict in one word, above the sentence. */
export function VerdictWord(props: { verdict: Verdict }) {
  const { text } = useTexts();
  return <ToneWord tone={tones[props.verdict]}>{text(`ui.verdict.${props.verdict}`)}</ToneWord>;
}
