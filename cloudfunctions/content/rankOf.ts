/** An article's place in its shop's own list, highest first: pinned articles before all others, each kind the newest first. */
export const rankOf = (pinned: boolean, publishedAt: number): number => publishedAt + (pinned ? 1e13 : 0);
