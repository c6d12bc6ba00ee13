import { db, insert, readOne } from '../_runtime/database';

/** What a shop has decided about comments; the id is the shop's. */
interface CommentRuleRecord {
  _id: string;
  passedAppear: boolean;
}

const collection = 'commentRules';

/** Whether comments that WeChat passes appear at once; no, unless the shop said so. */
export const passedAppear = async (shopId: string): Promise<boolean> =>
  (await readOne<CommentRuleRecord>(collection, shopId))?.passedAppear ?? false;

/** Writes the shop's decision. */
export async function writeCommentRule(shopId: string, appear: boolean): Promise<void> {
  const record: CommentRuleRecord = { _id: shopId, passedAppear: appear };
  if ((await insert(collection, record)) === 'inserted') return;
  await db.collection(collection).where({ _id: shopId }).update({ passedAppear: appear });
}
