/** How large an article may be. Lengths are characters; `html` is of one text block. */
export const articleLimits = { title: 64, summary: 120, topics: 3, blocks: 60, html: 20_000, caption: 60 } as const;

/** What one person may write under articles. WeChat checks 2 500 characters at most; ours are shorter. */
export const commentLimits = { text: 500, name: 12, answer: 500, aMinute: 5 } as const;
