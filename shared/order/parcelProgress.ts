/** How far a parcel is: the steps that a parcel takes, in their order, and how else it can stand. */
export const parcelSteps = ['waiting', 'pickedUp', 'underWay', 'delivering', 'delivered'] as const;
export const parcelProgresses = [...parcelSteps, 'returning', 'trouble', 'unknown'] as const;
export type ParcelProgress = (typeof parcelProgresses)[number];
