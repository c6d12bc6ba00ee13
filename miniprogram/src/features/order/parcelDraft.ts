import type { Carrier } from '@shared/order/carriers';
import type { Parcel } from '@shared/order/shapes';

/** A parcel while its number is typed. */
export interface ParcelDraft {
  carrier: Carrier;
  trackingNumber: string;
}

export const newParcel = (carrier: Carrier = 'SF'): ParcelDraft => ({ carrier, trackingNumber: '' });

/** The parcel that a draft describes; `undefined` while its number is not 8 to 30 letters and digits (contract). */
export function parcelOf({ carrier, trackingNumber }: ParcelDraft): Parcel | undefined {
  const number = trackingNumber.trim();
  return /^[A-Za-z0-9]{8,30}$/.test(number) ? { carrier, trackingNumber: number } : undefined;
}

/** All parcels of a sheet; `undefined` while one of them is not whole. */
export function parcelsOf(drafts: readonly ParcelDraft[]): Parcel[] | undefined {
  const parcels = drafts.flatMap((draft) => parcelOf(draft) ?? []);
  return parcels.length === drafts.length ? parcels : undefined;
}
