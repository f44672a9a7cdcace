import type { Facts } from '../../../shared/facts.ts';
import { message, type MessageRef } from '../../../shared/messages/index.ts';

/** For plans that bring a torch for a card: which CUDA the driver can run is then not known. */
export function noDriverSeen({ driver }: Pick<Facts, 'driver'>): MessageRef[] {
  return driver.state === 'known' ? [] : [message('plan.warning.no-driver-seen')];
}
