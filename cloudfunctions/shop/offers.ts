import { createHash } from 'node:crypto';
import { choiceKey } from '../../shared/shop/offer';
import { dropPendingOffers, type OfferRecord, type ProductRecord, readPendingOffers } from './products';
import { changeOffered, insertSku, readSku, readSkusOf, type SkuRecord, shelveSkus } from './skus';

/** An id that follows from product and choice, so that a choice is made once. */
const skuIdOf = (productId: string, choice: readonly string[]): string =>
  `s${createHash('sha256')
    .update(`${productId}\n${choiceKey(choice)}`)
    .digest('hex')
    .slice(0, 24)}`;

/** Brings the SKUs of a product to what its record says, from `skus` as they were read, and drops the note. Safe twice. */
export async function applyOffers(product: ProductRecord, skus: readonly SkuRecord[]): Promise<void> {
  const { pendingOffers, _id: productId, version } = product;
  if (!pendingOffers) return;
  const { offers } = pendingOffers;
  if (!offers) await shelveSkus(productId, version, product.onShelf);
  else {
    const known = new Map(skus.map((sku) => [choiceKey(sku.choice), sku]));
    const isOffered = (sku: SkuRecord) => offers.some(({ choice }) => choiceKey(choice) === choiceKey(sku.choice));
    await Promise.all([
      ...offers.map((offer) => bring(product, offer, known.get(choiceKey(offer.choice)))),
      ...skus.filter((sku) => !isOffered(sku)).map((sku) => withdraw(sku, version)),
    ]);
  }
  await dropPendingOffers(productId, version);
}

/** Finishes what nobody will any more: notes written before `stale` (ms). Answers how many. */
export async function settleOffers(now: number): Promise<number> {
  const products = await readPendingOffers(now - writerIsGoneMs);
  await Promise.all(products.map(async (product) => applyOffers(product, await readSkusOf(product._id))));
  return products.length;
}

/** Longer than any function may run (60 s). */
const writerIsGoneMs = 120_000;

/** Only stock and thresholds change beside us, and each try reads anew. */
const tries = 5;

async function bring(product: ProductRecord, offer: OfferRecord, read: SkuRecord | undefined): Promise<void> {
  let sku = read;
  for (let round = 0; round < tries; round += 1) {
    if (!sku) {
      const made = newSku(product, offer);
      if (await insertSku(made)) return;
      sku = await readSku(made._id);
      continue;
    }
    if (sku.offerVersion >= product.version) return;
    if (await changeOffered(sku, changeOf(product, offer, sku))) return;
    sku = await readSku(sku._id);
  }
  throw new Error(`the SKUs of ${product._id} keep changing`);
}

async function withdraw(read: SkuRecord, version: number): Promise<void> {
  let sku: SkuRecord | undefined = read;
  for (let round = 0; round < tries && sku && sku.offerVersion < version; round += 1) {
    if (await changeOffered(sku, { onShelf: false, withdrawn: true, offerVersion: version })) return;
    sku = await readSku(sku._id);
  }
}

const newSku = (product: ProductRecord, offer: OfferRecord): SkuRecord => ({
  _id: skuIdOf(product._id, offer.choice),
  ...{ shopId: product.shopId, productId: product._id, choice: offer.choice },
  ...soldAs(product, offer),
  ...{ initialStock: offer.stock, stock: offer.stock, aboveLow: offer.stock - offer.lowAt },
  ...{ pending: {}, pendingCount: 0 },
});

/** `aboveLow` moves with the threshold; `changeOffered` sees that the threshold is still the one that was read. */
const changeOf = (product: ProductRecord, offer: OfferRecord, { lowAt }: SkuRecord) => ({
  ...soldAs(product, offer),
  aboveLowBy: lowAt - offer.lowAt,
});

const soldAs = (product: ProductRecord, offer: OfferRecord) => ({
  ...statedIn(offer),
  ...{ categoryId: product.categoryId, productName: product.name, picture: product.pictures[0] ?? '' },
  ...{ onShelf: product.onShelf, offerVersion: product.version },
});

/** What a seller says of a SKU, but for its stock. */
export const statedIn = ({ price, wasPrice, followerPrice, cost, barcode, grams, lowAt }: OfferRecord | SkuRecord) => ({
  ...{ price, grams, lowAt },
  ...(wasPrice !== undefined && { wasPrice }),
  ...(followerPrice !== undefined && { followerPrice }),
  ...(cost !== undefined && { cost }),
  ...(barcode !== undefined && { barcode }),
});
