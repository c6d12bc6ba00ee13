import { contentContract } from '../../shared/content/contract';
import { serve } from '../_runtime/serve';
import { answerComment } from './answerComment';
import { commentOn } from './commentOn';
import { favouriteArticle } from './favouriteArticle';
import { getArticle } from './getArticle';
import { getMyArticle } from './getMyArticle';
import { importArticle } from './importArticle';
import { likeArticle } from './likeArticle';
import { listArticlesOfProduct } from './listArticlesOfProduct';
import { listComments } from './listComments';
import { listFeed } from './listFeed';
import { listMyArticles } from './listMyArticles';
import { listMyFavourites } from './listMyFavourites';
import { listShopArticles } from './listShopArticles';
import { listShopComments } from './listShopComments';
import { moderateComment } from './moderateComment';
import { pinArticle } from './pinArticle';
import { publishArticle } from './publishArticle';
import { removeArticle } from './removeArticle';
import { restoreArticle } from './restoreArticle';
import { saveArticle } from './saveArticle';
import { setCommentRule } from './setCommentRule';
import { syncFromOfficialAccount } from './syncFromOfficialAccount';
import { withdrawArticle } from './withdrawArticle';

export const main = serve('content', contentContract, {
  listFeed,
  getArticle,
  listArticlesOfProduct,
  listShopArticles,
  likeArticle,
  favouriteArticle,
  listMyFavourites,
  commentOn,
  listComments,
  listShopComments,
  moderateComment,
  answerComment,
  setCommentRule,
  saveArticle,
  publishArticle,
  withdrawArticle,
  removeArticle,
  restoreArticle,
  pinArticle,
  listMyArticles,
  getMyArticle,
  importArticle,
  syncFromOfficialAccount,
});
