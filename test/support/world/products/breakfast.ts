import type { DemoProduct } from '../DemoProduct';

/** The second demo shop sells these: a cart can hold goods of two shops. */
export const breakfast: readonly DemoProduct[] = [
  {
    id: 'fried-cake',
    name: '黄米油糕 豆沙馅',
    subtitle: '外酥里糯，趁热最好',
    emoji: ['🥯', '🫘'],
    origin: '山西忻州',
    keeps: '冷冻 60 天',
    story: [
      '忻州软黄米蒸熟揉透，包上自家熬的红豆沙，菜籽油炸到起小泡。',
      '冷冻到家，空气炸锅一百八十度八分钟，和现炸差不多。',
    ],
    options: { 规格: ['10 个', '20 个'] },
    skus: [
      [['10 个'], 26, 60],
      [['20 个'], 48, 24],
    ],
  },
  {
    id: 'tounao',
    name: '傅山头脑汤 三人份',
    subtitle: '太原人的冬日早饭',
    emoji: ['🥘', '🐑'],
    origin: '山西太原',
    keeps: '冷冻 90 天',
    story: [
      '羊肉、长山药、莲藕、黄芪、良姜、煨面、黄酒、腌韭，八样一碗，又叫八珍汤。',
      '小火化开再滚三分钟，配帽盒烧饼。',
    ],
    options: { 规格: ['三人份'] },
    skus: [[['三人份'], 68, 19]],
  },
  {
    id: 'huamo',
    name: '霍州花馍 福兔',
    subtitle: '剪子一剪，就活了',
    emoji: ['🐰', '🌸'],
    origin: '山西霍州',
    keeps: '冷冻 60 天',
    story: ['一把剪、一把梳、两粒豆，面团就成了兔子。蒸熟点红，过年供完再吃。', '食用色素取自菠菜和南瓜。'],
    options: { 规格: ['2 只', '6 只'] },
    skus: [
      [['2 只'], 22, 40],
      [['6 只'], 58, 15],
    ],
  },
];
