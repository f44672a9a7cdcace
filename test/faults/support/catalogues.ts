import { standardCatalogue, type Catalogue } from '../../support/wheels/catalogue.ts';
import { xformersWheel } from '../../support/wheels/xformers.ts';

/** The xFormers that fits is large, and the broken one was really built for another torch. */
export function catalogueWith(wheel: 'good' | 'broken'): Catalogue {
  const catalogue = standardCatalogue();
  const own = xformersWheel({
    version: '0.0.29.post3',
    torch: '2.6.0+cu124',
    padding: 3_000_000,
    ...(wheel === 'broken' ? { reallyBuiltFor: '2.5.1+cu121' } : {}),
  });
  for (const [name, wheels] of Object.entries(catalogue))
    catalogue[name] = wheels.filter((each) => each.name !== 'xformers');
  catalogue['simple']?.push(own);
  return catalogue;
}
