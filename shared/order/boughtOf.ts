/** How many pieces of an order's line were bought; the others are a coupon's gift, and cost nothing. */
export const boughtOf = ({ quantity, gifts = 0 }: { quantity: number; gifts?: number | undefined }): number =>
  quantity - gifts;
