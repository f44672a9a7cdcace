import type { Diagnosis } from '../../shared/finding.ts';
import { useTexts } from '../language/texts.ts';
import { LinkList } from './link-list.tsx';
import { Notice } from './notice.tsx';

/** PyTorch is made for NVIDIA's cards, and there is no driver: whatever is repaired, it stays slow. */
export function DriverNotice(props: { diagnosis: Diagnosis }) {
  const { text } = useTexts();
  const { torch, driver, gpus } = props.diagnosis.facts;
  const wanted = torch.state === 'known' && torch.value.cuda !== null;
  if (!wanted || driver.state !== 'absent' || gpus.state === 'known') return null;
  return (
    <Notice tone="warning">
      <p>{text('ui.no-driver')}</p>
      <LinkList links={['nvidia-drivers']} />
    </Notice>
  );
}
