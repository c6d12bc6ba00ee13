import type { Topic } from '../../../../shared/content/topics';
import type { Scene } from '../pictures';

/** An article of the demo as it is written down by hand. Its body: text as a seller types it, `@product`, `!emoji caption`. */
export interface DemoArticle {
  id: string;
  shopId: string;
  title: string;
  summary: string;
  topics: readonly Topic[];
  cover: Pick<Scene, 'emoji' | 'tone'>;
  /** Hours before the demo begins. */
  hoursAgo: number;
  likes: number;
  pinned?: boolean;
  originalUrl?: string;
  body: readonly DemoPiece[];
  comments?: readonly DemoComment[];
}

export type DemoPiece = string | { product: string } | { picture: Pick<Scene, 'emoji' | 'tone'>; caption: string };

export interface DemoComment {
  /** Place among the demo's shoppers. */
  by: number;
  text: string;
  answer?: string;
}
