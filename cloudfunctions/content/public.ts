export { readTitles } from './articles';
export { recountArticles } from './counts';
export { recheckComments } from './recheckComments';
export { forgetRemovedArticles, settleArticleLinks } from './settleArticles';
