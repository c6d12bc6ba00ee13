/** What an article is about, in the words of the feed. */
export const topics = ['food', 'origin', 'season', 'wellbeing', 'craft', 'people', 'shop'] as const;
export type Topic = (typeof topics)[number];

/** How a topic is called on a screen. */
export const topicText: Record<Topic, string> = {
  food: '吃法',
  origin: '产地',
  season: '时令',
  wellbeing: '养生',
  craft: '手艺',
  people: '人物',
  shop: '店里事',
};
