import { createHash } from 'node:crypto';
import { accept, refuse } from '../../../shared/kernel/operation';
import type { ShopContract } from '../../../shared/shop/contract';
import type { Handler } from '../../_runtime/serve';
import { saveBegun } from '../saveProduct';
import { openFile } from './openFile';
import type { ProductPlan } from './planProduct';
import { shownProblems } from './shownProblems';

/** As many as a call writes well within its time. */
const productsOfOneCall = 20;

/**
 * Every row is looked at before anything is written. What was written by an earlier call is as the file says by then, so
 * each call goes on where the last one ended, or died.
 */
export const importProducts: Handler<ShopContract['importProducts']> = async (input, context) => {
  const { shopId, importId, file } = input;
  const opened = await openFile(shopId, file, importId);
  if (!opened.ok) return opened;
  const { plans, problems } = opened.value;
  if (problems.length > 0) return refuse({ code: 'ROWS_WRONG', ...shownProblems(problems) });

  const waiting = plans.filter(({ kind }) => kind !== 'same');
  const now = waiting.slice(0, productsOfOneCall);
  for (const plan of now) {
    // What is new has no picture yet, so nobody sees it before its owner has.
    const saved = await saveBegun({ shopId, ...savingOf(plan, importId) }, context, { onShelf: false });
    if (saved.ok) continue;
    const { refusal } = saved;
    if (refusal.code === 'CHANGED_MEANWHILE') return refuse(refusal);
    throw new Error(`${plan.productId} was looked at and is refused: ${refusal.code}`);
  }
  return accept({ written: now.length, left: waiting.length - now.length });
};

const savingOf = ({ productId, version, about, offers }: ProductPlan, importId: string) => ({
  ...{ productId, version, ...about, skus: offers, badge: about.badge },
  saveId: createHash('sha256').update(`${importId}\n${productId}\n${version}`).digest('hex').slice(0, 24),
});
