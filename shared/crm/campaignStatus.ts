/** Where a campaign can stand. */
export const campaignStatuses = ['draft', 'sending', 'stopped', 'done'] as const;
export type CampaignStatus = (typeof campaignStatuses)[number];

/** The only table of a campaign's life. What is stopped may go on; what is done stays so. */
const next: Record<CampaignStatus, readonly CampaignStatus[]> = {
  draft: ['sending'],
  sending: ['stopped', 'done'],
  stopped: ['sending'],
  done: [],
};

/** Whether a campaign in `from` may become `to`. */
export const campaignCanBecome = (from: CampaignStatus, to: CampaignStatus): boolean => next[from].includes(to);
