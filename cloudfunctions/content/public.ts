export { readPublishedHeads, readTitles } from './articles';
export { countWaitingComments } from './comments';
export { recountArticles } from './counts';
export { recheckComments } from './recheckComments';
export { forgetRemovedArticles, settleArticleLinks } from './settleArticles';
