import { accept } from '../../../shared/kernel/operation';
import type { ShopContract } from '../../../shared/shop/contract';
import type { Handler } from '../../_runtime/serve';
import { openFile } from './openFile';
import { shownProblems } from './shownProblems';

export const previewImport: Handler<ShopContract['previewImport']> = async ({ shopId, file }) => {
  const opened = await openFile(shopId, file, 'preview');
  if (!opened.ok) return opened;
  const { encoding, rows, plans, problems } = opened.value;
  const changes = plans.flatMap(({ kind, productId, about, offers, columns }) =>
    kind === 'same' ? [] : [{ kind, productId, name: about.name, skus: offers.length, columns }],
  );
  return accept({
    ...{ encoding, rows, changes, same: plans.length - changes.length },
    stockIgnored: plans.reduce((sum, { stockIgnored }) => sum + stockIgnored, 0),
    ...shownProblems(problems),
  });
};
