import type { FollowPlace } from '@shared/traffic/followPlaces';
import { useCall } from '@/platform/useCall';

/** Whose code, and where it is shown. */
export interface FollowCodeWanted {
  shopId: string;
  place: FollowPlace;
  articleId?: string;
}

/** The shopper's own code; the server gives the same one for ten minutes, so asking again makes none. */
export const useFollowCode = ({ shopId, place, articleId }: FollowCodeWanted) =>
  useCall('fan.makeFollowCode', { shopId, from: place, ...(articleId && { articleId }) });
