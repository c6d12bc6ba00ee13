/** Parts of the gallery, in its order, and the names of pictures that belong there; the first that fits takes it. */
const parts: readonly (readonly [title: string, names: RegExp])[] = [
  ['Every page, by day and by night', /^page-/],
  ['Finding and buying', /^(home|product|sku-sheet|search|cart|checkout|cashier|me|address|poster)/],
  ['Orders and what comes after', /^(order|after-sale|invoice|return-sheet|refund)/],
  ['Coupons', /^(coupon|my-coupons|welcome)/],
  ['Articles', /^(feed|article)/],
  ['Shops around', /^nearby/],
  ['Followers', /^(follow|account|member-price)/],
  ['The seller’s desk', /^(desk|seller|shop-|ship|agree|settle|verify|customer|campaign|privacy|staff|audit)/],
  ['Stock and goods', /^(stock|adjust|bulk|count|goods|sku-form|product-form|restock|sales)/],
  ['What brought people', /^(channel|loop|ad-spend)/],
  ['The console of the emulator', /^console/],
  ['Others', /./],
];

/** How a name ends that shows the same in another way: `-dark`, `-320`. */
const variant = /^(.*?)((?:-(?:320|360|390|430))?(?:-dark)?)$/;

/** The page of all kept pictures: each state once, its variants beside it. `names` without their ending. */
export function galleryPage(names: readonly string[]): string {
  const states = new Map<string, string[]>();
  for (const name of [...names].sort()) {
    const [, state = name] = variant.exec(name) ?? [];
    states.set(state, [...(states.get(state) ?? []), name]);
  }
  const left = new Set(states.keys());
  const written = parts.flatMap(([title, fits]) => {
    const own = [...left].filter((state) => fits.test(state));
    for (const state of own) left.delete(state);
    return own.length > 0
      ? [`## ${title}\n\n${own.map((state) => rowOf(state, states.get(state) ?? [])).join('\n\n')}`]
      : [];
  });
  return `${head}\n${written.join('\n\n')}\n`;
}

const head = `# Gallery

The pictures that the tests keep (\`UPDATE_SCREENSHOTS=1 npm test -- h5\`), put on this page by
\`npx tsx scripts/gallery.ts\`. Names ending in \`-dark\` are by night, those with a number are that many px wide.

![The loop: an article, a product, an order, a follow, a coupon, the report](loop.webp)
`;

const rowOf = (state: string, names: readonly string[]): string =>
  `**${state.replace(/^page-/, '').replaceAll('-', ' ')}**\n\n${names.map(imageOf).join(' ')}`;

const imageOf = (name: string): string =>
  `<img src="../test/screenshots/${name}.webp" alt="${name}" width="${/^console/.test(name) && !/390/.test(name) ? 640 : 220}">`;
